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

TEST_CASE("where no place is left for files, all that was written comes back, and one button goes on") {
    constexpr std::size_t kGathered = 64 * 1024;
    const std::vector<testing::ChosenFile> files{{"film.mp4", std::string(200'000, 'f')}};
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    for (const auto& [why, sentence] :
         {std::pair{Code::busy, "busy.plain"}, {Code::too_large, "plain.files.large"}}) {
        visitor.press_with_files("case", {{"write", "A message begun"}}, files);
        visitor.turned_away({why, "not taken"}, kGathered);
        CHECK(visitor.refused());
        CHECK(visitor.reads(sentence));
        CHECK(visitor.reads("plain.files.again"));
        CHECK(visitor.field("opened") == code);
        visitor.press("case");
        CHECK(visitor.reads("case.title"));
        CHECK(visitor.field("write") == "A message begun");
    }
}

TEST_CASE("of a report whose files found no place nothing is lost, and it is sent once there is one") {
    Visitor visitor;
    const std::string code = visitor.reach_files(kStory);
    const std::vector<testing::ChosenFile> files{{"film.mp4", std::string(200'000, 'f')}};
    visitor.press_with_files("lang:en", {}, files);  // a form with files that sends nothing
    visitor.turned_away({Code::busy, "not taken"}, 64 * 1024);
    REQUIRE(visitor.reads("busy.plain"));
    visitor.press("files");
    REQUIRE(visitor.reads("files.title"));
    visitor.press_with_files("send", {}, files);
    CHECK(visitor.reads("sent.title"));
    CHECK(visitor.held_under(code).size() == 1);
}

TEST_CASE("a form of which the beginning does not say everything is refused in the same words as ever") {
    Visitor visitor;
    (void)visitor.reach_files(kStory);
    visitor.press_with_files("lang:en", {}, {{"film.mp4", std::string(200'000, 'f')}});
    for (const std::size_t gathered : {0UL, 40UL, 300UL}) {
        visitor.turned_away({Code::busy, "not taken"}, gathered);
        CHECK(visitor.refused());
        CHECK_FALSE(visitor.reads("busy.plain"));
        CHECK_FALSE(visitor.sees(kStory));
    }
}

}  // namespace parapet::plain::waiting_test
