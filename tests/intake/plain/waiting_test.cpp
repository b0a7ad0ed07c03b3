#include <catch2/catch_test_macros.hpp>

#include "tests/intake/plain/visitor.h"

namespace parapet::plain::waiting_test {

using testing::Visitor;

constexpr const char* kStory = "An invoice was paid twice.";

// Of all that intake takes in during this hour, so much is given away to others.
void give_away(Visitor& visitor, std::uint64_t reports) {
    auto& world = visitor.office().world;
    INVARIANT(world.app().new_reports.take({.notes = reports}, world.now()) == 0);
}

TEST_CASE("when intake takes no more, the page keeps everything, and its button sends it later") {
    Visitor visitor;
    (void)visitor.reach_files(kStory);
    give_away(visitor, 1'000'000);
    visitor.press("send");
    REQUIRE(visitor.reads("busy.plain"));
    CHECK(visitor.sees(kStory));
    CHECK_FALSE(visitor.sees("http-equiv"));  // a page that comes back by itself comes back empty
    visitor.press("send");
    REQUIRE(visitor.reads("busy.plain"));
    visitor.office().world.pass(std::chrono::hours(1));
    visitor.press("send");
    CHECK(visitor.reads("sent.title"));
}

TEST_CASE("a gateway answers the puzzle for those who cannot") {
    Visitor visitor;
    (void)visitor.reach_files(kStory);
    give_away(visitor, 500'000);
    auto& world = visitor.office().world;
    REQUIRE(world.app().new_reports.puzzle_bits(world.now()) > 0);
    visitor.press("send");
    CHECK(visitor.reads("sent.title"));
}

}  // namespace parapet::plain::waiting_test
