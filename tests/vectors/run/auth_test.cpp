#include "crypto/verify/auth.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::auth_test {

using verify::Op;

Op op_of(const Json& in) {
    for (const Op op :
         {Op::view, Op::own, Op::fetch, Op::burn, Op::inbox, Op::object, Op::unseals, Op::upload})
        if (in.at("op") == verify::op_name(op)) return op;
    FAIL("no such op");
    return Op::view;
}

Result<Json> verify_auth(const Json& in, const verify::Root& root, verify::ChallengeBook& challenges) {
    const verify::AuthContext context{root, challenges, {in.at("now")}};
    const Bytes note = bytes_of(in, "note"), body = bytes_of(in, "body");
    if (!in.contains("roster")) {
        TRY(const auto auth, verify::ReporterAuth::verify(note, op_of(in), body, context));
        return Json{{"subject", hex(auth.case_id())}, {"key", hex(auth.key())}};
    }
    TRY(const auto unverified, verify::UnverifiedRoster::parse(bytes_of(in, "roster")));
    TRY(const auto roster, unverified.verify(root));
    TRY(const auto auth, verify::OfficerAuth::verify(note, op_of(in), body, context, roster));
    return Json{{"subject", hex(auth.member().rid)}, {"key", hex(auth.member().sign_key)}};
}

Result<Json> run(const Json& in) {
    TRY(const auto unverified, verify::UnverifiedRoot::parse(bytes_of(in, "root")));
    TRY(const auto root, unverified.verify_configured());
    verify::ChallengeBook challenges(verify::ChallengeKey::copy(fixed_of<Hash>(in, "challenge_key").bytes),
                                     root.deployment());
    if (in.at("used").get<bool>()) TRY_(verify_auth(in, root, challenges));
    return verify_auth(in, root, challenges);
}

TEST_CASE("auth notes are what the vectors say") { run_group("auth", run); }

}  // namespace parapet::vectors::auth_test
