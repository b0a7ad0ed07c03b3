#include "intake/server/app.h"

namespace parapet::intake {

App::App(Parts parts)
    : deployment(std::move(parts.deployment), std::move(parts.deployment_folder)),
      drop(std::move(parts.drop)),
      pieces(std::move(parts.pieces)),
      reply_pieces(std::move(parts.reply_pieces)),
      mail(std::move(parts.mail)),
      reserve_octets(parts.reserve_octets),
      new_reports({parts.hourly.reports, parts.hourly.octets}),
      held_cases({parts.hourly.messages, parts.hourly.octets}),
      challenges(verify::ChallengeKey::random(parts.random), deployment.now()->root().deployment()),
      random(parts.random),
      clock(std::move(parts.clock)) {}

}  // namespace parapet::intake
