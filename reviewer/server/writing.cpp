#include "reviewer/server/writing.h"

#include "crypto/verify/core_hash.h"

namespace parapet::reviewer {
namespace {

constexpr std::size_t kMostReplyWraps = 48;  // a mailbox slot holds the digests of no more (SPEC section 5)

}  // namespace

vault::Lane Writing::lane() const {
    return header.kind == verify::Kind::reply ? vault::Lane::reply : vault::Lane::note;
}

vault::CaseObject Writing::row(const LogTag& tag) const {
    return {.env_id = env,
            .otag = tag,
            .lane = lane(),
            .kind = static_cast<std::uint8_t>(header.kind),
            .seq = header.seq,
            .part = header.part,
            .core_len = core.size(),
            .core_hash = core_hash,
            .digests = digests.encode()};
}

Result<Writing> open_writing(const App& app, const OfficerLeaf& leaf, ByteView core, ByteView wrapset) {
    TRY(verify::EnvelopeHeader header, verify::EnvelopeHeader::of_core(core));
    const bool reply = leaf.lines().event == verify::AuditEvent::reply;
    if (header.kind != (reply ? verify::Kind::reply : verify::Kind::note))
        return Error{Code::bad_header, "another kind than the leaf says"};
    if (header.deployment != app.root().deployment())
        return Error{Code::wrong_deployment, "sealed for another deployment"};
    if (header.roster_hash != app.roster().hash())
        return Error{Code::unknown_roster, "sealed to a roster that is not the current one"};
    TRY_(verify::padded_length(header.kind, core.size()));
    TRY(const Hash core_hash, verify::core_hash(core));
    TRY(verify::Wrapset wraps, verify::Wrapset::parse(wrapset));
    const EnvelopeId env = header.env_id();
    if (wraps.env != env) return Error{Code::core_hash, "wraps of another envelope"};
    if (reply && wraps.wraps.size() > kMostReplyWraps)
        return Error{Code::too_large, "more recipients than a mailbox slot holds"};
    verify::Digests digests = verify::digests_of(wraps);
    return Writing{header, env, core_hash, std::move(wraps), std::move(digests), core};
}

Status check_recipients(const Writing& writing, const Team& team) {
    std::size_t members = 0;
    std::size_t reporters = 0;
    for (const verify::Wrap& wrap : writing.wraps.wraps) {
        if (team.members.contains(wrap.rid))
            ++members;
        else if (writing.header.kind == verify::Kind::reply && team.reporter.contains(wrap.rid))
            ++reporters;
        else
            return Error{Code::not_a_recipient, "sealed to somebody who is not of this case"};
    }
    const std::size_t wanted = writing.header.kind == verify::Kind::reply ? 1 : 0;
    if (members != team.members.size() || reporters != wanted)
        return Error{Code::not_a_recipient, "somebody of this case was left out"};
    return Done{};
}

}  // namespace parapet::reviewer
