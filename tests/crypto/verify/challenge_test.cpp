#include "crypto/verify/challenge.h"

#include "tests/crypto/cast.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::verify::challenge_test {

constexpr UnixTime kNow{1'795'449'600};

ChallengeBook book() { return {ChallengeKey::copy(cast::seed_of("key").bytes), cast::deployment()}; }

TEST_CASE("two challenges differ, and each is good for once") {
    ChallengeBook challenges = book();
    cast::FixedRandom random("nonces");
    const Challenge one = challenges.issue(random, kNow), two = challenges.issue(random, kNow);
    CHECK(one != two);
    CHECK(challenges.redeem(one, kNow).ok());
    CHECK(challenges.redeem(one, kNow).error().code == Code::challenge_used);
    CHECK(challenges.redeem(two, kNow).ok());
}

TEST_CASE("checking a challenge does not use it up") {
    ChallengeBook challenges = book();
    cast::FixedRandom random("nonces");
    const Challenge one = challenges.issue(random, kNow);
    for (int i = 0; i < 3; ++i) CHECK(challenges.check(one, kNow).ok());
    CHECK(challenges.redeem(one, kNow).ok());
}

TEST_CASE("a used challenge stays used until it expires, and is then expired") {
    ChallengeBook challenges = book();
    cast::FixedRandom random("nonces");
    const Challenge one = challenges.issue(random, kNow);
    REQUIRE(challenges.redeem(one, kNow).ok());
    CHECK(challenges.redeem(one, {kNow.seconds + 300}).error().code == Code::challenge_used);
    CHECK(challenges.redeem(one, {kNow.seconds + 301}).error().code == Code::challenge_expired);
}

TEST_CASE("memory of used challenges has an end: then the server is busy, and later it is not") {
    ChallengeBook challenges = book();
    cast::FixedRandom random("nonces");
    for (std::size_t i = 0; i < kMaxUsedChallenges; ++i)
        if (!challenges.redeem(challenges.issue(random, kNow), kNow).ok()) FAIL(i);
    CHECK(challenges.redeem(challenges.issue(random, kNow), kNow).error().code == Code::busy);
    const UnixTime later{kNow.seconds + 301};
    CHECK(challenges.redeem(challenges.issue(random, later), later).ok());
}

}  // namespace parapet::verify::challenge_test
