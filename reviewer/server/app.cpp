#include "reviewer/server/app.h"

namespace parapet::reviewer {

App::App(Parts parts, const std::string& log_origin)
    : deployment(std::move(parts.deployment)),
      drop(std::move(parts.drop)),
      pieces(std::move(parts.pieces)),
      reply_pieces(std::move(parts.reply_pieces)),
      reserve_octets(parts.reserve_octets),
      mail(std::move(parts.mail)),
      cases(std::move(parts.cases)),
      keys(std::move(parts.keys)),
      service_key(std::move(parts.service_key)),
      log(*cases, std::move(parts.log_key), log_origin),
      challenges(verify::ChallengeKey::random(parts.random), deployment.root().deployment()),
      random(parts.random),
      clock(std::move(parts.clock)) {}

Result<std::unique_ptr<App>> App::open(Parts parts) {
    const verify::RootLines& root = parts.deployment.root().lines();
    if (parts.log_key.public_key() != root.log.key)
        return Error{Code::configuration, "log_seed is not the log key of the root note"};
    if (parts.service_key.public_key() != root.service.key)
        return Error{Code::configuration, "service_seed is not the service key of the root note"};
    const std::string origin = root.log.name;
    return std::unique_ptr<App>(new App(std::move(parts), origin));
}

}  // namespace parapet::reviewer
