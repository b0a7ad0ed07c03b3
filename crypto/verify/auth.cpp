#include "crypto/verify/auth.h"

#include <array>

#include "crypto/base/hash.h"
#include "crypto/verify/ed25519.h"
#include "crypto/verify/note_text.h"

namespace parapet::verify {
namespace {

constexpr std::array<std::string_view, 8> kOpNames{"view",  "own",    "fetch",   "burn",
                                                   "inbox", "object", "unseals", "upload"};

Result<Op> parse_op(std::string_view in) {
    for (std::size_t i = 0; i < kOpNames.size(); ++i)
        if (kOpNames[i] == in) return static_cast<Op>(i);
    return Error{Code::malformed, "an op that does not exist"};
}

struct ParsedAuth {
    UnverifiedNote note;
    AuthLines lines;
};

// Everything up to the question whose key it must be.
Result<ParsedAuth> open_auth(ByteView bytes, Op op, const AuthContext& context) {
    TRY(UnverifiedNote note, UnverifiedNote::parse(bytes));
    TRY_(note.check_single_line());
    TRY(AuthLines lines, AuthLines::parse(note.text()));
    if (lines.op != op) return Error{Code::wrong_type, "signed for something else"};
    TRY_(context.challenges.check(lines.challenge, context.now));
    if (lines.deployment != context.root.deployment())
        return Error{Code::wrong_deployment, "signed for another deployment"};
    return ParsedAuth{std::move(note), std::move(lines)};
}

// Everything after it. The challenge is used up last, so that nobody can spend another's.
Status close_auth(const ParsedAuth& auth, ByteView body, const AuthContext& context) {
    TRY_(auth.note.check_only(auth.lines.signer()));
    if (!context.root.has_origin(auth.lines.origin))
        return Error{Code::wrong_origin, "signed for another origin"};
    if (sha256(body) != auth.lines.body) return Error{Code::body_hash, "another body than was signed"};
    return context.challenges.redeem(auth.lines.challenge, context.now);
}

// Requests for a name concern custodians as well.
bool may_ask(const Member& member, Op op) {
    return member.may_read() || (op == Op::unseals && member.active() && member.roles.has(Role::custodian));
}

}  // namespace

std::string_view op_name(Op op) { return kOpNames[static_cast<std::size_t>(op)]; }

Result<AuthLines> AuthLines::parse(std::string_view text) {
    TRY(NoteText in, NoteText::open(text, kAuthType));
    AuthLines out;
    TRY(out.deployment, in.take_hex<DeploymentId>("deployment"));
    TRY(out.subject, in.take_hex<Subject>("subject"));
    TRY(out.key, in.take_base64<SignKey>("key"));
    TRY(const std::string_view origin, in.take("origin"));
    if (!is_origin(origin)) return Error{Code::malformed, "an origin is scheme://host[:port]"};
    out.origin = origin;
    TRY(const std::string_view op, in.take("op"));
    TRY(out.op, parse_op(op));
    TRY(out.challenge, in.take_base64<Challenge>("challenge"));
    TRY(out.body, in.take_hex<Hash>("body"));
    TRY_(in.finish());
    return out;
}

std::string AuthLines::print() const {
    return NoteWriter(kAuthType)
        .hex("deployment", deployment)
        .hex("subject", subject)
        .base64("key", key)
        .line("origin", origin)
        .line("op", op_name(op))
        .base64("challenge", challenge)
        .hex("body", body)
        .finish();
}

Result<ReporterAuth> ReporterAuth::verify(ByteView bytes, Op op, ByteView body, AuthContext context) {
    TRY(const ParsedAuth auth, open_auth(bytes, op, context));
    const CaseId id = case_id_of(auth.lines.key);
    if (id.bytes != auth.lines.subject.bytes) return Error{Code::wrong_case, "a case is the hash of its key"};
    TRY_(close_auth(auth, body, context));
    return ReporterAuth(id, auth.lines.key);
}

Result<OfficerAuth> OfficerAuth::verify(ByteView bytes, Op op, ByteView body, AuthContext context,
                                        const Roster& roster) {
    TRY(const ParsedAuth auth, open_auth(bytes, op, context));
    const Member* member = roster.by_rid(RecipientId::copy(auth.lines.subject.bytes));
    if (member == nullptr || !may_ask(*member, op) || member->sign_key != auth.lines.key)
        return Error{Code::unknown_signer, "not an active member who may ask this"};
    TRY_(close_auth(auth, body, context));
    return OfficerAuth(*member);
}

}  // namespace parapet::verify
