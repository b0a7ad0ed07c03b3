// What the handlers of intake share. It holds two store keys and no key that opens anything a person wrote.
#pragma once

#include <functional>

#include "crypto/verify/auth.h"
#include "intake/server/budget.h"
#include "intake/server/current_deployment.h"
#include "service/log/log.h"
#include "vault/drop_writer.h"
#include "vault/mail_reader.h"
#include "vault/piece_folder.h"

namespace parapet::intake {

using Clock = std::function<verify::UnixTime()>;

// What is taken in during an hour, in each lane of budget.h.
struct Hourly {
    std::uint64_t reports;
    std::uint64_t messages;
    std::uint64_t octets;
};

// What main() opened, or a test.
struct Parts {
    vault::DeploymentFolder deployment;
    std::filesystem::path deployment_folder;
    std::unique_ptr<vault::DropWriter> drop;
    vault::PieceFolder pieces;
    vault::PieceFolder reply_pieces;  // of what the office sends; the reviewer service writes them
    std::unique_ptr<vault::MailReader> mail;
    std::uint64_t reserve_octets;  // what unfinished uploads may hold together
    Hourly hourly;
    Random& random;  // any thread
    Clock clock;     // any thread
};

// Any thread may use it.
struct App {
    explicit App(Parts parts);

    CurrentDeployment deployment;
    std::unique_ptr<vault::DropWriter> drop;
    vault::PieceFolder pieces;
    vault::PieceFolder reply_pieces;
    std::unique_ptr<vault::MailReader> mail;
    std::uint64_t reserve_octets;
    HourlyBudget new_reports;
    HourlyBudget held_cases;
    verify::ChallengeBook challenges;
    service::Log events;
    Random& random;
    Clock clock;

    [[nodiscard]] verify::Day today() const { return clock().day(); }
};

// The calendar of vault/ and that of crypto/verify count the same days.
[[nodiscard]] inline vault::Day stored_day(verify::Day day) {
    return vault::Day(std::chrono::days(day.number));
}
[[nodiscard]] inline verify::Day shown_day(vault::Day day) {
    return {static_cast<std::int32_t>(day.time_since_epoch().count())};
}

}  // namespace parapet::intake
