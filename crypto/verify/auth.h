// The auth note: somebody who holds a key asks a server for something, once, for this origin, this body.
// It changes nothing by itself and becomes no leaf; it is neither stored nor logged, because it would prove
// a visit.
#pragma once

#include <string>

#include "crypto/verify/challenge.h"
#include "crypto/verify/note.h"
#include "crypto/verify/roster.h"

namespace parapet::verify {

inline constexpr std::string_view kAuthType = "parapet-auth/1";

// The first four are a reporter's.
enum class Op : std::uint8_t { view, own, fetch, burn, inbox, object, unseals, upload };
[[nodiscard]] std::string_view op_name(Op op);

using Subject = Fixed<16, struct SubjectTag>;  // a case id or a rid

struct AuthLines {
    DeploymentId deployment;
    Subject subject;
    SignKey key;
    std::string origin;
    Op op = Op::view;
    Challenge challenge;
    Hash body;

    [[nodiscard]] static Result<AuthLines> parse(std::string_view text);  // wrong_type, malformed
    [[nodiscard]] std::string print() const;
    [[nodiscard]] VerifierKey signer() const { return {to_hex(subject), key}; }
};

// What the server that checks knows.
struct AuthContext {
    const Root& root;  // deployment and origins
    ChallengeBook& challenges;
    UnixTime now;
};

// The holder of a case key. Order: form, wrong_type (also an op other than `op`), bad_challenge,
// challenge_expired, wrong_deployment, wrong_case, unknown_signer, bad_signature, wrong_origin, body_hash,
// challenge_used. Whether the case exists is asked after this, never before.
class ReporterAuth {
public:
    [[nodiscard]] static Result<ReporterAuth> verify(ByteView note, Op op, ByteView body,
                                                     AuthContext context);
    [[nodiscard]] const CaseId& case_id() const { return case_id_; }
    [[nodiscard]] const SignKey& key() const { return key_; }

private:
    ReporterAuth(const CaseId& id, const SignKey& key) : case_id_(id), key_(key) {}
    CaseId case_id_;
    SignKey key_;
};

// An active member with a reading role, by the roster's key for that rid; everybody else is
// unknown_signer, in the place where a reporter's note is wrong_case.
class OfficerAuth {
public:
    [[nodiscard]] static Result<OfficerAuth> verify(ByteView note, Op op, ByteView body, AuthContext context,
                                                    const Roster& roster);
    [[nodiscard]] const Member& member() const { return member_; }

private:
    explicit OfficerAuth(Member member) : member_(std::move(member)) {}
    Member member_;
};

}  // namespace parapet::verify
