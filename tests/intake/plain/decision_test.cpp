// The decision and the help, without scripts.
#include <catch2/catch_test_macros.hpp>

#include "tests/intake/plain/answering.h"

namespace parapet::plain::decision_test {

using testing::Answering;
using testing::Visitor;

namespace {

constexpr const char* kStory = "One order became four";

// A report whose office has decided.
struct Decided {
    Visitor visitor;
    std::string code = visitor.send_report(kStory);
    Answering office{visitor, code};

    Decided() { office.decide("Not established."); }
};

// The page of the decision, as it stands now.
void show_decision(Visitor& visitor, const std::string& code) {
    visitor.open(code);
    visitor.press("decision");
}

void say_it_was_read(Visitor& visitor) {
    visitor.press(visitor.button(visitor.english().say("decision.read.act")));
}

}  // namespace

TEST_CASE("a decision has a page with its reasons, the last day for a review, and the way to one") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    Answering office(visitor, code);
    visitor.open(code);
    CHECK_FALSE(visitor.sees("value=\"decision\""));
    office.decide("Not established, because of the dates.");
    office.say(content::PublicStatus::decision, "We stay at your disposal.", 30);
    show_decision(visitor, code);
    CHECK(visitor.reads("decision.what"));
    CHECK(visitor.sees("Not established, because of the dates."));
    CHECK_FALSE(visitor.sees("We stay at your disposal."));
    CHECK(visitor.reads("decision.review.last", {{"date", office.today().plus(30).print()}}));
    CHECK_FALSE(visitor.reads("decision.review.over"));
    CHECK(visitor.reads("decision.support.more"));
    visitor.press("adding:review");
    visitor.press("next", {{"q.my_review", "It leaves out the appraisal"}});
    CHECK(visitor.reads("case.write.sent"));
}

TEST_CASE("a decision says by name who alone reads what asks for its review") {
    Decided decided;
    auto& [visitor, code, office] = decided;
    show_decision(visitor, code);
    const std::size_t only = visitor.page().find(visitor.english().say("choices.only"));
    REQUIRE(only != std::string::npos);
    const std::string below = visitor.page().substr(only, visitor.page().find("</ul>", only) - only);
    CHECK(below.find("the alternate") != std::string::npos);
    CHECK(below.find("the clerk") == std::string::npos);
    office.recuse("alternate");
    visitor.press("case");
    visitor.press("decision");
    CHECK(visitor.reads("choices.nobody_else"));
    CHECK_FALSE(visitor.reads("choices.only"));
}

TEST_CASE(
    "a decision whose report's questionnaire is gone names the other ways, and asks past whom it is read") {
    Visitor visitor;
    intake::testing::Reporter elsewhere("elsewhere");
    REQUIRE(reporter::send_bundle(visitor.office().client,
                                  visitor.office().filed(elsewhere.seal(visitor.office().office.roster)), {},
                                  intake::testing::kNone)
                .ok());
    const std::string code(text(elsewhere.receipt().reveal()));
    Answering office(visitor, code);
    office.decide("Not established.");
    visitor.open(code);
    office.recuse("chief");
    visitor.press("decision");
    CHECK(visitor.reads("decision.review.title"));
    CHECK_FALSE(visitor.reads("choices.nobody_else"));
    CHECK_FALSE(visitor.sees("adding:review"));
    for (const std::string& way : visitor.gateway().ways(visitor.english()))
        CHECK(testing::as_read(visitor.page()).find(way) != std::string::npos);
    CHECK(visitor.reads("recused.told"));
    visitor.press(visitor.button(visitor.english().say("decision.read.act")), {{"recused", "out"}});
    CHECK(visitor.reads("case.write.sent"));
}

TEST_CASE("that a decision was read is said beside it, and is not among the choices") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    Answering(visitor, code).decide("Not established.");
    visitor.open(code);
    visitor.press("choices");
    CHECK(visitor.sees("value=\"adding:review\""));
    CHECK_FALSE(visitor.sees("value=\"adding:read\""));
}

TEST_CASE("the days for a review count from when its reader said to have read the decision") {
    Decided decided;
    auto& [visitor, code, office] = decided;
    const verify::Day day = office.today();
    visitor.office().world.pass(std::chrono::hours(24 * 31));
    show_decision(visitor, code);
    CHECK(visitor.reads("decision.review.last", {{"date", day.plus(30).print()}}));
    CHECK(visitor.reads("decision.review.over"));
    say_it_was_read(visitor);
    CHECK(visitor.reads("case.write.sent"));
    visitor.press("decision");
    CHECK(visitor.reads("decision.read.since", {{"date", office.today().print()}}));
    CHECK(visitor.reads("decision.review.last", {{"date", office.today().plus(30).print()}}));
    CHECK_FALSE(visitor.reads("decision.review.over"));
    CHECK_FALSE(visitor.reads("decision.read.act"));
}

TEST_CASE("that an earlier decision was read does not count for a later one") {
    Decided decided;
    auto& [visitor, code, office] = decided;
    show_decision(visitor, code);
    say_it_was_read(visitor);
    office.decide("Established after all.");
    show_decision(visitor, code);
    CHECK(visitor.sees("Established after all."));
    CHECK(visitor.reads("decision.read.act"));
}

TEST_CASE("a decision that arrives between a page and its button does not count as read") {
    Decided decided;
    auto& [visitor, code, office] = decided;
    show_decision(visitor, code);
    office.decide("Established after all.");
    say_it_was_read(visitor);
    CHECK(visitor.reads("case.write.sent"));
    const auto held = visitor.held_under(code);
    REQUIRE(held.size() == 2);
    CHECK(std::get<content::Message>(held[1].own.said).answers.contains("my_read"));
    visitor.press("decision");
    CHECK(visitor.sees("Established after all."));
    CHECK(visitor.reads("decision.read.act"));
    CHECK_FALSE(visitor.reads("decision.read.since", {{"date", office.today().print()}}));
    say_it_was_read(visitor);
    visitor.press("decision");
    CHECK(visitor.reads("decision.read.since", {{"date", office.today().print()}}));
}

TEST_CASE("that each of two decisions was read is said in each of two windows, once") {
    Visitor one;
    const std::string code = one.send_report(kStory);
    Visitor other(one);
    Answering office(one, code);
    office.decide("Not established.");
    one.open(code);
    one.press("decision");
    office.decide("Established after all.");
    other.open(code);
    other.press("decision");
    for (Visitor* const window : {&one, &other}) {
        window->press(window->button(window->english().say("decision.read.act")));
        CHECK(window->reads("case.write.sent"));
        window->send_again();
        CHECK(window->reads("plain.before"));
    }
    CHECK(one.held_under(code).size() == 3);
}

TEST_CASE("what no page showed is not said to have been read") {
    Decided decided;
    auto& [visitor, code, office] = decided;
    show_decision(visitor, code);
    for (const std::string& shown :
         {std::string("read:"), "read:" + std::string(64, 'a'), std::string("read:x")}) {
        visitor.press(shown);
        CHECK(visitor.reads("decision.what"));
    }
    CHECK(visitor.held_under(code).size() == 1);
}

TEST_CASE("the help says who seals here, and leads back to what was being written") {
    Visitor visitor;
    visitor.come();
    visitor.press("form:misconduct");
    visitor.press("next");
    visitor.press("help", {{"q.what", "Begun"}});
    CHECK(visitor.reads("help.title"));
    CHECK(visitor.reads("plain.help.readers"));
    CHECK_FALSE(visitor.reads("help.who.readers"));
    visitor.press("lang:fr");
    visitor.press("lang:en");
    visitor.press("back");
    CHECK(visitor.field("q.what") == "Begun");
    visitor.come();
    visitor.press("enter");
    visitor.press("help", {{"typed", "1234 5678"}});
    visitor.press("back");
    CHECK(visitor.field("typed") == "1234 5678");
}

TEST_CASE("help takes no files along, and who comes back from it is told to choose them once more") {
    Visitor visitor;
    const std::string code = visitor.reach_files(kStory);
    const auto ask_for_help = [&](const testing::Typed& chosen) {
        CHECK(
            visitor.sees("value=\"help\" class=\"second small\" formaction=\"/\" "
                         "formenctype=\"application/x-www-form-urlencoded\""));
        visitor.save("help", chosen);
        REQUIRE(visitor.reads("help.title"));
        visitor.press("lang:fr");
        visitor.press("lang:en");
        visitor.press("back");
        return visitor.reads("plain.files.again");
    };
    CHECK_FALSE(ask_for_help({}));
    CHECK_FALSE(ask_for_help({{"files", ""}}));  // as browsers do where no file is chosen
    CHECK(ask_for_help({{"files", "list.txt"}}));
    visitor.press_with_files("send", {}, {{"list.txt", "one"}});
    CHECK(visitor.reads("sent.title"));
    CHECK_FALSE(visitor.reads("plain.files.again"));
    visitor.open(code);
    CHECK(ask_for_help({{"write", "Begun"}, {"files", "list.txt"}}));
    CHECK(visitor.field("write") == "Begun");
    visitor.come();
    visitor.press("sealed");
    CHECK(ask_for_help({{"files", "report.ppb"}}));
}

TEST_CASE("the first page leads to the page with scripts where the office's root says it is") {
    Visitor visitor;
    visitor.come();
    const std::string& origin = visitor.office().office.root.lines().origins.front();
    CHECK(visitor.sees("href=\"" + origin + "/\""));
}

}  // namespace parapet::plain::decision_test
