#include "intake/server/sweep_thread.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/crypto/cast.h"
#include "tests/intake/world.h"

namespace parapet::intake::sweep_test {

using namespace testing;

constexpr vault::Day kToday{std::chrono::days(20'000)};

TEST_CASE("members' wraps leave once the takeover is recorded, and not before") {
    World world;
    Reporter reporter("anna");
    const auto sealed = reporter.seal(cast::roster());
    REQUIRE(accepted(world.post("/api/submit", sealed.bundle().value())));
    CHECK(delete_taken_wraps(world.app()).value() == 0);
    REQUIRE(world.office().put_taken({sealed.message().env}, kToday).ok());
    CHECK(delete_taken_wraps(world.app()).value() == 1);
    CHECK(world.app().drop->waiting(10)->empty());
    CHECK_FALSE(world.app().drop->own(reporter.case_id(), 0)->objects[0].own_wrap.empty());
}

TEST_CASE("the thread does a round by itself") {
    World world;
    Reporter reporter("anna");
    const auto sealed = reporter.seal(cast::roster());
    REQUIRE(accepted(world.post("/api/submit", sealed.bundle().value())));
    REQUIRE(world.office().put_taken({sealed.message().env}, kToday).ok());
    const SweepThread sweep(world.app(), std::chrono::seconds(1));
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (!world.app().drop->waiting(10)->empty() && std::chrono::steady_clock::now() < until)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    CHECK(world.app().drop->waiting(10)->empty());
}

}  // namespace parapet::intake::sweep_test
