// What the handlers of the reviewer service share. It holds store keys and the two signing keys of the
// service, and no key that opens anything a person wrote.
#pragma once

#include <functional>
#include <mutex>

#include "crypto/verify/auth.h"
#include "reviewer/server/audit_log.h"
#include "service/log/log.h"
#include "vault/case_keys.h"
#include "vault/case_store.h"
#include "vault/deployment_folder.h"
#include "vault/drop_reader.h"
#include "vault/mail_writer.h"
#include "vault/piece_folder.h"

namespace parapet::reviewer {

using Clock = std::function<verify::UnixTime()>;

// What main() opened, or a test.
struct Parts {
    vault::DeploymentFolder deployment;
    std::unique_ptr<vault::DropReader> drop;
    vault::PieceFolder pieces;        // of what reporters sent
    vault::PieceFolder reply_pieces;  // of what the office sends; intake reads them
    std::uint64_t reserve_octets;     // what unfinished uploads of the office may hold together
    std::unique_ptr<vault::MailWriter> mail;
    std::unique_ptr<vault::CaseStore> cases;
    std::unique_ptr<vault::CaseKeys> keys;
    sign::SigningKey log_key;
    sign::SigningKey service_key;
    Random& random;  // any thread
    Clock clock;     // any thread
};

// Any thread may use it. The mutex guards the sending of the outbox, so that rows leave in order.
struct App {
    // configuration when the keys are not those of the root note.
    [[nodiscard]] static Result<std::unique_ptr<App>> open(Parts parts);

    vault::DeploymentFolder deployment;
    std::unique_ptr<vault::DropReader> drop;
    vault::PieceFolder pieces;
    vault::PieceFolder reply_pieces;
    std::uint64_t reserve_octets;
    std::unique_ptr<vault::MailWriter> mail;
    std::unique_ptr<vault::CaseStore> cases;
    std::unique_ptr<vault::CaseKeys> keys;
    sign::SigningKey service_key;
    AuditLog log;
    verify::ChallengeBook challenges;
    service::Log events;
    Random& random;
    Clock clock;
    std::mutex outbox;

    [[nodiscard]] const verify::Root& root() const { return deployment.root(); }
    [[nodiscard]] const verify::Roster& roster() const { return deployment.roster(); }

private:
    App(Parts parts, const std::string& log_origin);
};

// The calendar of vault/ and that of crypto/verify count the same days.
[[nodiscard]] inline vault::Day stored_day(verify::Day day) {
    return vault::Day(std::chrono::days(day.number));
}
[[nodiscard]] inline verify::Day shown_day(vault::Day day) {
    return {static_cast<std::int32_t>(day.time_since_epoch().count())};
}

}  // namespace parapet::reviewer
