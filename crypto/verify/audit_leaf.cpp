#include "crypto/verify/audit_leaf.h"

#include "crypto/verify/ed25519.h"
#include "crypto/verify/merkle.h"

namespace parapet::verify {
namespace {

struct ParsedLeaf {
    UnverifiedNote note;
    AuditLines lines;
};

Result<ParsedLeaf> open_leaf(ByteView bytes, const DeploymentId& deployment, bool of_service) {
    TRY(UnverifiedNote note, UnverifiedNote::parse(bytes));
    TRY_(note.check_single_line());
    TRY(AuditLines lines, AuditLines::parse(note.text()));
    if (lines.deployment != deployment) return Error{Code::wrong_deployment, "a leaf of another deployment"};
    if (is_service_event(lines.event) != of_service)
        return Error{Code::unknown_signer, "members sign their own acts, the service signs its own"};
    return ParsedLeaf{std::move(note), std::move(lines)};
}

}  // namespace

Result<AuditLeaf> AuditLeaf::verify_member(ByteView bytes, const Roster& roster) {
    TRY(ParsedLeaf leaf, open_leaf(bytes, roster.lines().deployment, false));
    const Member* member = roster.by_rid(leaf.lines.actor);
    if (member == nullptr || !may_sign(*member, leaf.lines.event))
        return Error{Code::unknown_signer, "not an active member who may do this"};
    TRY_(leaf.note.check_only({to_hex(member->rid), member->sign_key}));
    return AuditLeaf(bytes, std::move(leaf.lines));
}

Result<AuditLeaf> AuditLeaf::verify_service(ByteView bytes, const Root& root) {
    TRY(ParsedLeaf leaf, open_leaf(bytes, root.deployment(), true));
    const VerifierKey& service = root.lines().service;
    if (leaf.lines.actor != service_actor(service.key))
        return Error{Code::unknown_signer, "the actor is not this service"};
    TRY_(leaf.note.check_only(service));
    return AuditLeaf(bytes, std::move(leaf.lines));
}

Hash AuditLeaf::leaf_hash() const { return verify::leaf_hash(note_); }

Status AuditLeaf::check_time(UnixTime now) const {
    const auto* minute = std::get_if<Minute>(&lines_.time);
    if (minute == nullptr) return Done{};
    const std::int64_t apart = minute->number - now.minute().number;
    if (apart > kMaxClockMinutes || apart < -kMaxClockMinutes)
        return Error{Code::wrong_time, "more than ten minutes from the server's clock"};
    return Done{};
}

}  // namespace parapet::verify
