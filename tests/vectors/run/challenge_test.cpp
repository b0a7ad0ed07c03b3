#include "crypto/verify/challenge.h"

#include "crypto/base/reader.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::challenge_test {

Result<Json> run(const Json& in) {
    verify::ChallengeBook book(verify::ChallengeKey::copy(fixed_of<Hash>(in, "key").bytes),
                               fixed_of<DeploymentId>(in, "deployment"));
    const auto challenge = fixed_of<verify::Challenge>(in, "challenge");
    const verify::UnixTime now{in.at("now")};
    if (in.at("used").get<bool>()) TRY_(book.redeem(challenge, now));
    TRY_(book.redeem(challenge, now));
    Reader r(ByteView(challenge).subspan(24));
    TRY(const std::uint64_t expiry, r.take_u64());
    return Json{{"expiry", expiry}};
}

TEST_CASE("challenges are what the vectors say") { run_group("challenge", run); }

}  // namespace parapet::vectors::challenge_test
