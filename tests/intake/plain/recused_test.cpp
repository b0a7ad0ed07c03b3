// Somebody is out of the case: told, asked about, and done as it was said.
#include <catch2/catch_test_macros.hpp>

#include "tests/intake/plain/answering.h"

namespace parapet::plain::recused_test {

using testing::Answering;
using testing::Visitor;

namespace {

constexpr const char* kStory = "One order became four";
// The clerk, the chief, the alternate, the recovery key, and the reporter's own; the recovery key is left out
// with whomever else.
constexpr std::size_t kEverybody = 5;
constexpr std::size_t kWithoutOne = 3;

// Of the message with this number, or of the report: how many can open it.
std::size_t readers_of(Visitor& visitor, const std::string& code, std::uint32_t seq) {
    const auto keys = keys::ReporterKeys::derive(keys::Receipt::read(view(code)).value(),
                                                 visitor.office().office.root.deployment());
    const auto stored = visitor.office().world.app().drop->own(keys.case_id(), seq);
    INVARIANT(stored.ok());
    return verify::Digests::parse(stored->objects.front().digests).value().entries.size();
}

}  // namespace

TEST_CASE(
    "without scripts, who is out of a case is named before a message, whose writer chooses who reads it") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    CHECK_FALSE(visitor.reads("recused.told"));
    visitor.press("write", {{"write", "To everybody"}});
    Answering(visitor, code).recuse("chief");
    visitor.open(code);
    CHECK(visitor.reads("recused.told"));
    CHECK(visitor.sees("(the chief)"));
    visitor.press("write", {{"write", "To the others"}, {"recused", "out"}});
    visitor.press("write", {{"write", "To everybody again"}, {"recused", "keep"}});
    REQUIRE(visitor.held_under(code).size() == 4);
    CHECK(readers_of(visitor, code, 1) == kEverybody);
    CHECK(readers_of(visitor, code, 2) == kWithoutOne);
    CHECK(readers_of(visitor, code, 3) == kEverybody);
}

TEST_CASE(
    "of who leaves the case while a message is written its writer is told first, and it goes at the next "
    "press") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    Answering(visitor, code).recuse("chief");
    visitor.press("write", {{"write", "Begun before"}});
    CHECK(visitor.reads("recused.told"));
    CHECK(visitor.field("write") == "Begun before");
    CHECK(visitor.held_under(code).size() == 1);
    visitor.press("write", {{"recused", "out"}});
    CHECK(visitor.reads("case.write.sent"));
    CHECK(readers_of(visitor, code, 1) == kWithoutOne);
}

TEST_CASE(
    "what is added to a case asks who reads it as a message does, and keeps the answer until it asks of "
    "others") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    Answering office(visitor, code);
    office.recuse("chief");
    visitor.open(code);
    visitor.press("more");
    visitor.press("adding:story");
    CHECK(visitor.reads("recused.ask"));
    visitor.press("help", {{"q.what", "And more"}, {"recused", "keep"}});
    visitor.press("back");
    office.recuse("clerk");
    visitor.press("next");
    CHECK(visitor.sees("(the clerk)"));
    CHECK(visitor.held_under(code).size() == 1);
    CHECK(visitor.field("recused") == "out");
    visitor.press("next", {{"recused", "keep"}});
    REQUIRE(visitor.held_under(code).size() == 2);
    CHECK(readers_of(visitor, code, 1) == kEverybody);
}

TEST_CASE("that somebody who left a case may read on is not taken as said of who leaves it next") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    Answering office(visitor, code);
    office.recuse("chief");
    visitor.open(code);
    visitor.press("write", {{"write", "To the chief, too"}, {"recused", "keep"}});
    CHECK(visitor.field("recused") == "keep");
    office.recuse("alternate");
    visitor.press("case");
    CHECK(visitor.sees("(the alternate)"));
    CHECK(visitor.field("recused") == "out");
    visitor.press("write", {{"write", "To who is left"}});
    REQUIRE(visitor.held_under(code).size() == 3);
    CHECK(readers_of(visitor, code, 1) == kEverybody);
    CHECK(readers_of(visitor, code, 2) == kWithoutOne - 1);
}

TEST_CASE("who can look a second time is not among those who are out of the case, whatever is chosen") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    Answering office(visitor, code);
    office.decide("Not established.");
    office.recuse("alternate");
    visitor.open(code);
    visitor.press("choices", {{"recused", "keep"}});
    CHECK(visitor.reads("choices.nobody_else"));
    CHECK_FALSE(visitor.sees("adding:review"));
}

}  // namespace parapet::plain::recused_test
