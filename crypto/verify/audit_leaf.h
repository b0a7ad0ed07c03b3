// A leaf of the audit log: a signed note, kept and hashed exactly as it was received
// (crypto/SPEC.md section 10).
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "crypto/verify/calendar.h"
#include "crypto/verify/note.h"
#include "crypto/verify/roster.h"

namespace parapet::verify {

inline constexpr std::string_view kAuditType = "parapet-audit/1";
inline constexpr std::int64_t kMaxClockMinutes = 10;

// The events of this version. The last two are signed by the service, the others by a member.
enum class AuditEvent : std::uint8_t {
    login,
    read,
    reply,
    note,
    grant,
    recuse,
    unseal_request,
    unseal_approve,
    unseal_refuse,
    unseal_open,
    received,
    config,
};
[[nodiscard]] std::string_view event_name(AuditEvent event);
[[nodiscard]] bool is_service_event(AuditEvent event);
// Custodians answer to requests for a name; who reads does all else; both log in and step out of cases.
[[nodiscard]] bool may_sign(const Member& member, AuditEvent event);

enum class Purpose : std::uint8_t { intake, assess, decide, review, support };
[[nodiscard]] std::string_view purpose_name(Purpose purpose);
[[nodiscard]] Result<Purpose> parse_purpose(std::string_view in);  // malformed

// The last checkpoint the signer had verified.
struct Seen {
    std::uint64_t size = 0;
    Hash root;
    friend bool operator==(const Seen&, const Seen&) = default;
};

struct AuditLines {
    DeploymentId deployment;
    AuditEvent event = AuditEvent::login;
    std::variant<Minute, Day> time;  // a day exactly for events of a reporter (received)
    RecipientId actor;
    std::optional<LogTag> case_tag;
    std::vector<LogTag> objects;
    std::optional<Purpose> purpose;
    std::optional<RecipientId> to;
    std::optional<Hash> hash;
    std::optional<Hash> request;  // leaf hash of the unseal_request that this is about
    std::optional<Hash> tag_key;
    Nonce16 nonce;
    std::optional<Seen> seen;  // members always, the service never

    // wrong_type, malformed, unavailable (an event of the SPEC that this version does not take).
    [[nodiscard]] static Result<AuditLines> parse(std::string_view text);
    [[nodiscard]] std::string print() const;
    // malformed unless exactly the lines that the event needs are there.
    [[nodiscard]] Status check() const;
};

// Signed by whom its event asks for. That the leaf is in a log, that its tags are those of a case, that
// (actor, nonce) is new and `seen` a state of this log: the log's keeper and the desk ask that.
class AuditLeaf {
public:
    // An active member who may sign such an event, under the name rid. Order: form, too_many_signatures,
    // wrong_type, malformed, unavailable, wrong_deployment, unknown_signer (also: no such member),
    // bad_signature.
    [[nodiscard]] static Result<AuditLeaf> verify_member(ByteView note, const Roster& roster);
    // The root's service key. The same order; actor is that of the key (unknown_signer).
    [[nodiscard]] static Result<AuditLeaf> verify_service(ByteView note, const Root& root);

    [[nodiscard]] const AuditLines& lines() const { return lines_; }
    [[nodiscard]] ByteView note() const { return note_; }
    [[nodiscard]] Hash leaf_hash() const;
    // wrong_time when a member's clock is more than ten minutes away from the server's.
    [[nodiscard]] Status check_time(UnixTime now) const;

private:
    AuditLeaf(ByteView note, AuditLines lines) : note_(note.begin(), note.end()), lines_(std::move(lines)) {}
    Bytes note_;
    AuditLines lines_;
};

}  // namespace parapet::verify
