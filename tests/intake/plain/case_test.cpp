// What the holder of a code sees and does.
#include <catch2/catch_test_macros.hpp>

#include "tests/intake/plain/answering.h"
#include "tests/intake/reporter.h"

namespace parapet::plain::case_test {

using testing::Answering;
using testing::Visitor;

namespace {

constexpr const char* kStory = "One order became four";

const content::Message& message_in(const std::vector<reporter::SentBefore>& held, std::size_t n) {
    REQUIRE(held.size() > n);
    return std::get<content::Message>(held[n].own.said);
}

}  // namespace

TEST_CASE("with the code a person reads, writes with a file, and reads again") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    CHECK(visitor.reads("case.explain.received"));
    const verify::Day sent = visitor.office().world.today();
    CHECK(visitor.reads("case.first", {{"date", sent.plus(7).print()}}));
    visitor.press_with_files("write", {{"write", "More & more"}}, {{"b.bin", std::string(3000, 'x')}});
    CHECK(visitor.reads("case.write.sent"));
    CHECK(visitor.field("write").empty());
    CHECK(visitor.sees("b.bin</bdi> <small>3 KiB"));
    visitor.press("own");
    CHECK(visitor.sees("More &amp; more"));
    CHECK(visitor.sees("b.bin"));
    CHECK(visitor.sees(kStory));
    visitor.press("case");
    CHECK(visitor.reads("case.write"));
}

TEST_CASE("a code that holds nothing, one without an answer and one with an answer get pages of one length") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    CHECK(visitor.reads("case.title"));
    const std::size_t unanswered = visitor.page().size();
    CHECK(unanswered % (std::size_t{16} * 1024) == 0);
    Answering(visitor, code).say(content::PublicStatus::acknowledged, "Thank you.", 14);
    visitor.open(code);
    CHECK(visitor.sees("Thank you."));
    CHECK(visitor.page().size() == unanswered);
    visitor.come();
    visitor.open(std::string(text(intake::testing::Reporter("nobody").receipt().reveal())));
    CHECK(visitor.reads("case.nothing"));
    CHECK(visitor.page().size() == unanswered);
}

TEST_CASE("the office's words stand with their status, the next step and the day to look again") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    Answering office(visitor, code);
    office.say(content::PublicStatus::acknowledged, "Thank you.\n<Two> lines", 14, 30);
    visitor.open(code);
    CHECK(visitor.reads("case.status.acknowledged"));
    CHECK(visitor.sees("Thank you.\n&lt;Two&gt; lines"));
    CHECK(visitor.reads("case.due", {{"date", office.today().plus(30).print()}}));
    CHECK(visitor.reads("case.look", {{"date", office.today().plus(14).print()}}));
    CHECK(visitor.reads("case.explain.acknowledged"));
    CHECK(visitor.reads("case.support"));
    CHECK(visitor.reads("case.access"));
    CHECK(visitor.reads("case.since", {{"date", office.today().print()}}));
    CHECK(visitor.reads("case.written", {{"date", office.today().print()}}));
    CHECK_FALSE(visitor.reads("case.late.do"));
}

TEST_CASE("on the promised day itself nobody is late, and on the day after the office says that it is") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    Answering office(visitor, code);
    office.say(content::PublicStatus::review, "We read on.", 14);
    const reporter::Words promised{{"date", office.today().plus(14).print()}};
    visitor.office().world.pass(std::chrono::hours(24 * 14));
    visitor.open(code);
    CHECK(visitor.reads("case.look", promised));
    visitor.office().world.pass(std::chrono::hours(24));
    visitor.press("case");
    CHECK(visitor.reads("case.late.since", promised));
    CHECK(visitor.reads("case.late.look.later", {{"date", office.today().plus(45).print()}}));
    CHECK_FALSE(visitor.reads("case.look", promised));
    visitor.office().world.pass(std::chrono::hours(24 * 45));
    visitor.press("case");
    CHECK(visitor.reads("case.late.look.now"));
}

TEST_CASE("without any answer the office is late on the eighth day, and somebody else may look on the 45th") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    const verify::Day sent = visitor.office().world.today();
    visitor.office().world.pass(std::chrono::hours(24 * 7));
    visitor.open(code);
    CHECK(visitor.reads("case.first", {{"date", sent.plus(7).print()}}));
    visitor.office().world.pass(std::chrono::hours(24));
    visitor.press("case");
    CHECK(visitor.reads("case.late.since", {{"date", sent.plus(7).print()}}));
    const auto offered = [&] {
        visitor.press("choices");
        const bool out = visitor.sees("value=\"adding:second-look\"");
        if (!out) CHECK(visitor.reads("choices.from", {{"date", sent.plus(45).print()}}));
        return out;
    };
    visitor.office().world.pass(std::chrono::hours(24 * 36));
    CHECK_FALSE(offered());
    visitor.office().world.pass(std::chrono::hours(24));
    CHECK(offered());
}

TEST_CASE("a withdrawal stands with its day until it is taken back") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    const reporter::Words day{{"date", visitor.office().world.today().print()}};
    visitor.open(code);
    visitor.press("choices");
    visitor.press("adding:withdraw");
    visitor.press("next", {{"q.my_withdraw", "yes"}});
    visitor.press("next", {{"q.my_sure", "yes"}});
    REQUIRE(visitor.reads("case.write.sent"));
    CHECK(visitor.reads("withdraw.stands", day));
    visitor.press("choices");
    visitor.press("adding:withdraw");
    visitor.press("next", {{"q.my_withdraw", "no"}});
    REQUIRE(visitor.reads("case.write.sent"));
    CHECK_FALSE(visitor.reads("withdraw.stands", day));
}

TEST_CASE("a message that was held back shows as a gap") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    Answering office(visitor, code);
    office.say(content::PublicStatus::acknowledged, "The first.", 14);
    office.skip_one();
    office.say(content::PublicStatus::review, "The third.", 14);
    visitor.open(code);
    CHECK(visitor.reads("case.gap"));
    CHECK(visitor.sees("The third."));
}

TEST_CASE(
    "what can be told later is told: a section of the report's own questionnaire, as a message of its own") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    visitor.press("more");
    CHECK(visitor.reads("more.intro"));
    visitor.press("adding:persons");
    visitor.press("next");
    CHECK(visitor.reads("more.none"));
    visitor.press("add:persons", {{"q.persons.0.name", "The buyer"}});
    visitor.press("lang:es", {{"q.persons.1.name", "The other"}});
    CHECK(visitor.field("q.persons.1.name") == "The other");
    visitor.press("lang:en");
    visitor.press("next");
    CHECK(visitor.reads("case.write.sent"));
    const auto held = visitor.held_under(code);
    const auto& persons =
        std::get<std::vector<content::Answers>>(message_in(held, 1).answers.at("persons").value);
    REQUIRE(persons.size() == 2);
    CHECK(std::get<std::string>(persons[1].at("name").value) == "The other");
    CHECK(message_in(held, 1).answers.size() == 1);
    visitor.press("own");
    CHECK(visitor.sees("The buyer"));
}

TEST_CASE("what was begun in one part stays while another is looked at, and is empty once it was sent") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    visitor.press("more", {{"write", "A message begun"}});
    visitor.press("adding:fear");
    visitor.press("more", {{"q.fear_why", "The appraisal"}});
    visitor.press("adding:you");
    visitor.press("more");
    visitor.press("adding:fear");
    CHECK(visitor.field("q.fear_why") == "The appraisal");
    visitor.press("next");
    REQUIRE(visitor.reads("case.write.sent"));
    CHECK(visitor.field("write") == "A message begun");
    visitor.press("more");
    visitor.press("adding:fear");
    CHECK(visitor.field("q.fear_why").empty());
}

TEST_CASE("consents are shown, decided anew, and the newest decision is the one that stands") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    visitor.press("choices");
    CHECK(visitor.reads("choices.so_far"));
    CHECK(visitor.reads("form.misconduct.pass_on"));
    for (const char* speak : {"oversight", "nobody"}) {
        visitor.press("adding:speak");
        visitor.press("next", {{"q.my_speak", speak}});
        REQUIRE(visitor.reads("case.write.sent"));
        visitor.press("choices");
    }
    const std::size_t so_far = visitor.page().find(visitor.english().say("choices.so_far"));
    REQUIRE(so_far != std::string::npos);
    const std::string below = visitor.page().substr(so_far);
    CHECK(below.find(visitor.english().say("form.choices.my_speak.nobody")) != std::string::npos);
    CHECK(below.find(visitor.english().say("form.choices.my_speak.oversight")) == std::string::npos);
    CHECK(visitor.held_under(code).size() == 3);
}

TEST_CASE("a call, a helper, an objection and a withdrawal are asked for as on the page with scripts") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    const auto choose = [&](const char* section, const testing::Typed& typed) {
        visitor.press("choices");
        visitor.press(std::string("adding:") + section);
        visitor.press("next", typed);
    };
    choose("call", {{"q.my_call", "yes"}});
    CHECK(visitor.reads("form.choices.my_call_number"));  // asked only now
    visitor.press("next", {{"q.my_call_number", "4711"}});
    choose("helper", {{"q.my_helper", "A colleague"}});
    choose("handler", {{"q.my_objection", "the clerk"}});
    choose("withdraw", {{"q.my_withdraw", "yes"}});
    visitor.press("next");
    CHECK(visitor.reads("form.choose"));  // twice asked, twice answered
    visitor.press("next", {{"q.my_sure", "yes"}});
    const auto held = visitor.held_under(code);
    REQUIRE(held.size() == 5);
    CHECK(message_in(held, 1).answers.contains("my_call_number"));
    CHECK(message_in(held, 2).answers.contains("my_helper"));
    CHECK(message_in(held, 3).answers.contains("my_objection"));
    CHECK(message_in(held, 4).answers.contains("my_sure"));
}

TEST_CASE("a second look is offered after 45 days of silence and a review after a decision, not before") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    Answering office(visitor, code);
    office.say(content::PublicStatus::review, "We read on.", 1);
    const auto offered = [&](const char* section) {
        visitor.open(code);
        visitor.press("choices");
        return visitor.sees(std::string("value=\"adding:") + section + "\"");
    };
    CHECK_FALSE(offered("second-look"));
    CHECK(visitor.reads("choices.when.long-silence"));
    CHECK_FALSE(offered("review"));
    CHECK(visitor.reads("choices.when.decision"));
    visitor.office().world.pass(std::chrono::hours(24 * 46));
    CHECK_FALSE(offered("second-look"));
    visitor.office().world.pass(std::chrono::hours(24));
    CHECK(offered("second-look"));
    office.say(content::PublicStatus::decision, "Not established.", 30);
    CHECK(offered("review"));
    CHECK_FALSE(offered("second-look"));
    visitor.press("adding:review");
    visitor.press("next", {{"q.my_review", "It leaves out the appraisal"}});
    REQUIRE(visitor.reads("case.write.sent"));
    visitor.press("own");
    CHECK(visitor.sees("It leaves out the appraisal"));
}

TEST_CASE("what asks for a second look or a review is sealed to the alternate reviewers and to nobody else") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    Answering office(visitor, code);
    office.say(content::PublicStatus::decision, "Not established.", 30);
    visitor.open(code);
    visitor.press("choices");
    CHECK(visitor.sees("the alternate"));
    visitor.press("adding:review");
    visitor.press("next", {{"q.my_review", "It leaves out the appraisal"}});
    const auto keys = keys::ReporterKeys::derive(keys::Receipt::read(view(code)).value(),
                                                 visitor.office().office.root.deployment());
    const auto stored = visitor.office().world.app().drop->own(keys.case_id(), 1);
    REQUIRE(stored.ok());
    const auto digests = verify::Digests::parse(stored->objects.front().digests);
    REQUIRE(digests.ok());
    CHECK(digests->entries.size() == 2);  // the alternate's and the reporter's own
}

TEST_CASE("a code under which nothing arrived is said to be unknown") {
    Visitor visitor;
    SystemRandom random;
    visitor.open(std::string(text(keys::Receipt::generate(random).reveal())));
    CHECK(visitor.reads("case.nothing"));
}

TEST_CASE("a code is read in any digits and with anything between its groups") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    std::string typed;
    for (std::size_t i = 0; i < code.size(); ++i) {
        typed += std::string("\xD9") + static_cast<char>(0xA0 + (code[i] - '0'));  // Arabic-Indic
        if (i % 4 == 3) typed += " - ";
    }
    visitor.open(typed);
    CHECK(visitor.reads("case.title"));
}

}  // namespace parapet::plain::case_test
