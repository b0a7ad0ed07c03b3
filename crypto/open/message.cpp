#include "crypto/open/message.h"

#include <algorithm>

#include "crypto/base/reader.h"
#include "crypto/verify/ed25519.h"

namespace parapet::open {
namespace {

struct SignedJson {
    ByteView json;
    SignKey author;
    Signature signature;
};

Result<SignedJson> parse_content(ByteView content) {
    Reader in(content);
    TRY(const std::uint32_t n, in.take_u32());
    if (n > verify::kMaxJson) return Error{Code::too_large, "content has at most 1 MiB"};
    SignedJson out;
    TRY(out.json, in.take(n));
    TRY(out.author, in.take_fixed<SignKey>());
    TRY(out.signature, in.take_fixed<Signature>());
    TRY_(in.finish());
    return out;
}

Status check_signature(const EnvelopeId& env, const SignedJson& content) {
    Plaintext message(EnvelopeId::kSize + content.json.size());
    std::ranges::copy(env.bytes, message.reveal_for_writing().begin());
    std::ranges::copy(content.json, message.reveal_for_writing().subspan(EnvelopeId::kSize).begin());
    if (!verify::verify_labelled(content.author, "parapet/1/msg", message.reveal(), content.signature))
        return Error{Code::inner_signature, "the author's signature does not verify"};
    return Done{};
}

constexpr Error kWrongAuthor{Code::wrong_author, "signed by somebody who may not write this"};

// A custodian says why, in a note, when refusing to open a name.
bool may_write(const verify::Member& member, verify::Kind kind) {
    const bool keeps = member.active() && member.roles.has(verify::Role::custodian);
    return member.may_read() || (kind == verify::Kind::note && keeps);
}

// The member who signed: active in the roster that the header names, and not revoked in the current one.
Result<verify::Member> office_author(const verify::EnvelopeHeader& header, const SignKey& author,
                                     Office office) {
    const auto named = std::ranges::find(office.rosters, header.roster_hash, &verify::Roster::hash);
    if (named == office.rosters.end()) return Error{Code::unknown_roster, "a roster that is not known here"};
    const auto& members = named->members();
    const auto member = std::ranges::find(members, author, &verify::Member::sign_key);
    if (member == members.end() || !may_write(*member, header.kind)) return kWrongAuthor;
    for (const verify::Member& now : office.rosters.back().members())
        if (now.sign_key == author && now.state == verify::MemberState::revoked) return kWrongAuthor;
    return *member;
}

}  // namespace

Result<OpenedMessage> open_reporter_message(ByteView core, const keys::Dek& dek) {
    TRY(const verify::EnvelopeHeader header, verify::EnvelopeHeader::of_core(core));
    TRY(const Plaintext content, open_core(core, dek));
    TRY(const SignedJson inside, parse_content(content.reveal()));
    const bool of_reporter = header.kind == verify::Kind::report || header.kind == verify::Kind::message ||
                             header.kind == verify::Kind::identity;
    if (!of_reporter || verify::case_id_of(inside.author) != header.case_id) return kWrongAuthor;
    TRY_(check_signature(header.env_id(), inside));
    return OpenedMessage{header, header.env_id(), Plaintext::copy(inside.json), inside.author, std::nullopt};
}

Result<OpenedMessage> open_office_message(ByteView core, const keys::Dek& dek, Office office) {
    INVARIANT(!office.rosters.empty());
    TRY(const verify::EnvelopeHeader header, verify::EnvelopeHeader::of_core(core));
    TRY(const Plaintext content, open_core(core, dek));
    TRY(const SignedJson inside, parse_content(content.reveal()));
    if (header.kind != verify::Kind::reply && header.kind != verify::Kind::note) return kWrongAuthor;
    TRY(verify::Member member, office_author(header, inside.author, office));
    TRY_(check_signature(header.env_id(), inside));
    return OpenedMessage{header, header.env_id(), Plaintext::copy(inside.json), inside.author,
                         std::move(member)};
}

}  // namespace parapet::open
