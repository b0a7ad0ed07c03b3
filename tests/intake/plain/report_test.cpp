// From the first page to "Sent".
#include <catch2/catch_test_macros.hpp>

#include "tests/intake/plain/visitor.h"

namespace parapet::plain::report_test {

using testing::Visitor;

namespace {

constexpr const char* kStory = "A tender <b>for one</b> firm & \"friends\"";

const content::Report& report_in(const std::vector<reporter::SentBefore>& held) {
    REQUIRE(held.size() == 1);
    return std::get<content::Report>(held.front().own.said);
}

std::string text_of(const content::Answers& answers, const char* question) {
    return std::get<std::string>(answers.at(question).value);
}

}  // namespace

TEST_CASE("before the first field a person is told that this server sees the words") {
    Visitor visitor;
    visitor.come();
    CHECK(visitor.reads("plain.seen"));
    CHECK_FALSE(visitor.sees("<textarea"));
}

TEST_CASE("a report without scripts is sealed as the gateway's, and says what was typed") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory, {{"list.txt", "one, two"}});
    CHECK(visitor.sees("list.txt</bdi> <small>8 B"));
    visitor.press("shown");
    CHECK(visitor.code() == code);
    const auto held = visitor.held_under(code);
    CHECK(text_of(report_in(held).answers, "what") == kStory);
    CHECK(report_in(held).attachments.size() == 1);
    const auto keys = keys::ReporterKeys::derive(keys::Receipt::read(view(code)).value(),
                                                 visitor.office().office.root.deployment());
    const auto stored = visitor.office().world.app().drop->own(keys.case_id(), 0);
    REQUIRE(stored.ok());
    const auto header = verify::EnvelopeHeader::of_core(stored->objects[0].core);
    REQUIRE(header.ok());
    CHECK(header->author == verify::Author::gateway);
}

TEST_CASE("the two groups are asked back, each by itself, and what was typed stays to be compared") {
    Visitor visitor;
    const std::string code = visitor.reach_ask(kStory);
    testing::Typed groups = visitor.groups_of(code);
    const std::string right = groups.at("group.b");
    groups["group.a"] = "0000";
    visitor.press("kept", groups);
    CHECK(visitor.reads("code.ask.wrong"));
    CHECK(visitor.field("group.a") == "0000");
    CHECK(visitor.sees("id=\"group.a-error\""));
    CHECK_FALSE(visitor.sees("id=\"group.b-error\""));
    CHECK(visitor.field("group.b") == right);
    CHECK_FALSE(visitor.reads("files.title"));
}

TEST_CASE("what is missing is said above all fields, with a link to its own, and what was typed stays") {
    Visitor visitor;
    visitor.come();
    visitor.press("form:misconduct");
    visitor.press("next");
    visitor.press("next", {{"q.what", "  "}, {"q.danger", "yes"}});
    CHECK(visitor.reads("plain.look"));
    CHECK(visitor.sees("<a href=\"#q.what\">"));
    CHECK(visitor.sees("id=\"q.what\""));
    CHECK(visitor.reads("tell.needed"));
    CHECK(visitor.sees("value=\"yes\" checked"));
    CHECK(visitor.reads("form.misconduct.danger_note"));
}

TEST_CASE("a question that an answer makes necessary is asked before going on") {
    Visitor visitor;
    visitor.come();
    visitor.press("form:misconduct");
    visitor.press("next");
    visitor.press("next", {{"q.what", kStory}, {"q.danger", "yes"}});
    CHECK(visitor.reads("form.misconduct.danger_note"));
    visitor.press("next");
    CHECK(visitor.reads("form.misconduct.section.about"));
}

TEST_CASE("entries are added and taken away, and the others stay") {
    Visitor visitor;
    visitor.come();
    visitor.press("form:protection");
    visitor.press("next");
    visitor.press("next", {{"q.activity", "reported"}});
    visitor.press("add:acts", {{"q.acts.0.what", "First & worst"}});
    CHECK(visitor.field("q.acts.0.what") == "First & worst");
    visitor.press("next",
                  {{"q.acts.1.what", "Second"}, {"q.acts.1.when.y", "2026"}, {"q.acts.1.when.m", "13"}});
    CHECK(visitor.reads("form.date.wrong"));
    CHECK(visitor.sees("<a href=\"#q.acts.1.when.y\">Act 2 – When was it?</a>"));
    visitor.press("drop:acts.0");
    CHECK(visitor.field("q.acts.0.what") == "Second");
    CHECK(visitor.field("q.acts.0.when.m") == "13");
    CHECK_FALSE(visitor.sees("q.acts.1.what"));
}

TEST_CASE("a date keeps what was typed into it, in whatever digits, and words are said to be no day") {
    Visitor visitor;
    visitor.reach_ask(kStory);
    visitor.press("section:place");
    visitor.press("next", {{"q.from.y", "٢٠٢٦"}, {"q.from.m", "March"}});
    CHECK(visitor.reads("form.date.wrong"));
    CHECK(visitor.field("q.from.y") == "2026");
    CHECK(visitor.field("q.from.m") == "March");
    visitor.press("next", {{"q.from.m", "3"}});
    CHECK_FALSE(visitor.reads("form.date.wrong"));
}

TEST_CASE("“nobody” does not stand beside a name, and it is said which two") {
    Visitor visitor;
    visitor.come();
    visitor.press("form:protection");
    visitor.press("next");
    visitor.press("next", {{"q.activity", "reported"}});
    visitor.press("next", {{"q.acts.0.what", "A threat"}});
    REQUIRE(visitor.reads("form.protection.section.speak"));
    // Both ticked: the preset stays, and another is added.
    std::string body = "to=next&at=section:speak&lang=en&form=protection.1&asked=q.may_speak";
    visitor.post(body + "&q.may_speak=nobody&q.may_speak=hr");
    CHECK(visitor.reads("form.alone", {{"name", visitor.english().say("form.protection.may_speak.nobody")}}));
}

TEST_CASE("a text that is too long comes back whole, and going round the check does not send it") {
    Visitor visitor;
    visitor.come();
    visitor.press("form:misconduct");
    visitor.press("next");
    const std::string kept(700'000, 'a');  // over what any sealed text may have
    visitor.press("next", {{"q.what", kept}});
    CHECK(visitor.reads("tell.long"));
    CHECK(visitor.field("q.what") == kept);
    visitor.press("lang:ar");
    CHECK(visitor.field("q.what") == kept);
    visitor.press("lang:en");
    visitor.press("back");
    visitor.press("next");
    CHECK(visitor.field("q.what") == kept);
    visitor.post("to=code&at=check&lang=en&form=misconduct.1&values.misconduct.1=%7B%22what%22:%22" + kept +
                 "%22%7D");
    CHECK(visitor.reads("tell.long"));
    CHECK(visitor.code().empty());
}

TEST_CASE("texts that fit one by one and not together are said to be too long before there is a code") {
    Visitor visitor;
    const auto draft = [](const std::string& letter) {
        const auto filled = [&](const std::string& question, std::size_t times) {
            std::string out = "%22" + question + "%22:%22";
            for (std::size_t i = 0; i < times; ++i) out += letter;
            return out + "%22";
        };
        const auto list = [&](const std::string& name, const std::string& question) {
            std::string out = "%22" + name + "%22:[";
            for (int i = 0; i < 20; ++i) out += (i == 0 ? "{" : ",{") + filled(question, 9'900) + "}";
            return out + "]";
        };
        return "to=code&at=check&lang=en&form=misconduct.1&values.misconduct.1={" + filled("what", 199'000) +
               "," + list("witnesses", "knows") + "," + list("told", "outcome") + "}";
    };
    visitor.post(draft("w"));
    CHECK(visitor.code().size() == keys::kReceiptDigits);
    visitor.post(draft("%5C%22"));  // a quotation mark is one octet as it is typed, and two as it is sealed
    CHECK(visitor.code().empty());
    CHECK(visitor.reads("check.title"));
    CHECK(visitor.reads("tell.long"));
}

TEST_CASE("a person who leaves out everybody is asked to leave somebody in") {
    Visitor visitor;
    visitor.come();
    visitor.press("form:advice");
    std::string body = "to=next&at=people&lang=en&form=advice.1";
    for (const verify::Member* member : visitor.office().office.readers())
        body += "&person=" + to_hex(member->person);
    visitor.post(body);
    CHECK(visitor.reads("people.all"));
}

TEST_CASE("changing one's mind about the kind of report, or about the language, loses nothing") {
    Visitor visitor;
    visitor.come();
    visitor.press("form:misconduct");
    visitor.press("next");
    visitor.press("lang:ar", {{"q.what", kStory}});
    CHECK(visitor.sees("dir=\"rtl\""));
    CHECK(visitor.field("q.what") == kStory);
    visitor.press("lang:en");
    visitor.press("back");
    visitor.press("start");
    visitor.press("form:advice");
    visitor.press("next");
    CHECK(visitor.field("q.what").empty());
    visitor.press("back");
    visitor.press("start");
    visitor.press("enter");
    visitor.press("start");
    visitor.press("form:misconduct");
    visitor.press("next");
    CHECK(visitor.field("q.what") == kStory);
}

TEST_CASE("every page before sending is the same page in another language, and keeps its place") {
    Visitor visitor;
    const auto is_kept = [&](const std::string& at) {
        visitor.press("lang:fr");
        CHECK(visitor.sees("lang=\"fr\""));
        CHECK(visitor.field("at") == at);
        visitor.press("lang:en");
        CHECK(visitor.field("at") == at);
    };
    visitor.come();
    is_kept("start");
    visitor.press("form:misconduct");
    is_kept("people");
    visitor.press("next");
    is_kept("section:story");
    const std::string code = visitor.reach_ask(kStory);
    is_kept("ask");
    visitor.press("code");
    is_kept("code");
    CHECK(visitor.code() == code);
    visitor.press("check");
    is_kept("check");
    visitor.press("code");
    visitor.press("ask");
    visitor.press("kept", visitor.groups_of(code));
    is_kept("files");
    visitor.press_with_files("send", {}, {{"a.txt", "one"}});
    is_kept("sent");
    CHECK(visitor.sees("a.txt"));
}

TEST_CASE("later parts are answered before sending too, and go along") {
    Visitor visitor;
    visitor.reach_ask(kStory);
    visitor.press("section:fear");
    visitor.press("next", {{"q.afraid", "much"}, {"q.fear_why", "My contract ends"}});
    CHECK(visitor.sees("My contract ends"));
    visitor.press("code");
    const std::string code = visitor.code();
    visitor.press("ask");
    visitor.press("kept", visitor.groups_of(code));
    visitor.press("send");
    const auto held = visitor.held_under(code);
    CHECK(text_of(report_in(held).answers, "fear_why") == "My contract ends");
}

TEST_CASE(
    "where names are kept apart one is asked for, sealed beside the report, and never among its answers") {
    Visitor visitor(testing::with_keepers());
    visitor.reach_ask(kStory);
    visitor.press("section:identity");
    CHECK(visitor.reads("identity.kept"));
    visitor.press("next", {{"q.known", "office"}});
    visitor.press("next", {{"q.name", "A name of my own"}, {"q.contact", "Room 4"}});
    REQUIRE(visitor.reads("check.title"));
    CHECK(visitor.reads("check.identity"));
    visitor.press("code");
    const std::string code = visitor.code();
    visitor.press("ask");
    visitor.press("kept", visitor.groups_of(code));
    visitor.press("send");
    REQUIRE(visitor.reads("sent.title"));
    const auto held = visitor.held_under(code);
    CHECK_FALSE(report_in(held).answers.contains("name"));
    CHECK_FALSE(report_in(held).answers.contains("known"));
    const auto keys = keys::ReporterKeys::derive(keys::Receipt::read(view(code)).value(),
                                                 visitor.office().office.root.deployment());
    CHECK(visitor.office().world.app().drop->own(keys.case_id(), 0)->objects.size() == 2);
}

TEST_CASE("where too few keepers of names are left a name is not asked, and that is said") {
    Visitor visitor(testing::with_keepers());
    visitor.come();
    visitor.press("form:misconduct");
    CHECK(visitor.reads("people.keepers"));
    std::string body = "to=next&at=people&lang=en&form=misconduct.1";
    const std::vector<const verify::Member*> keepers = visitor.office().office.keepers();
    REQUIRE(keepers.size() == 3);
    for (std::size_t n = 0; n < 2; ++n) body += "&person=" + to_hex(keepers[n]->person);
    visitor.post(body);
    REQUIRE(visitor.reads("form.misconduct.section.story"));
    visitor.press("next", {{"q.what", kStory}});
    visitor.press("next");
    visitor.press("next");
    CHECK(visitor.reads("identity.lost"));
    CHECK_FALSE(visitor.sees("q.name"));
}

TEST_CASE("Enter in a field goes on, whatever buttons stand above it") {
    Visitor visitor;
    visitor.come();
    visitor.press("form:misconduct");
    visitor.press("next");
    const std::size_t first = visitor.page().find("<button");
    CHECK(visitor.page().substr(first, 80).find("value=\"next\"") != std::string::npos);
}

TEST_CASE("whatever button is pressed from wherever, a page comes") {
    Visitor visitor;
    const std::vector<std::string> places{
        "",      "start", "people", "section:what", "section:", "section:story", "adding:", "adding:speak",
        "check", "code",  "ask",    "files",        "case",     "enter",         "sent",    "nonsense"};
    const std::vector<std::string> buttons{"",
                                           "next",
                                           "back",
                                           "start",
                                           "check",
                                           "code",
                                           "ask",
                                           "kept",
                                           "files",
                                           "send",
                                           "sent",
                                           "shown",
                                           "case",
                                           "write",
                                           "own",
                                           "more",
                                           "enter",
                                           "choices",
                                           "form:",
                                           "form:x",
                                           "form:choices",
                                           "section:",
                                           "section:story",
                                           "adding:speak",
                                           "add:persons",
                                           "drop:acts.9",
                                           "drop:acts.x",
                                           "lang:xx",
                                           "lang:ar"};
    for (const std::string& at : places)
        for (const std::string& to : buttons)
            for (const char* rest : {"", "&form=misconduct.1", "&form=choices.1&opened=123",
                                     "&form=misconduct.1&code=123", "&lang=ar&code=%00&next=7"}) {
                INFO(at << " " << to << " " << rest);
                visitor.post("at=" + at + "&to=" + to + rest);
                CHECK_FALSE(visitor.refused());
                CHECK(visitor.sees("</html>"));
            }
}

TEST_CASE("without intake, or with keys that are not the office's, there is no form") {
    Visitor visitor;
    SystemRandom random;
    const auto page_of = [&](const std::string& intake, const std::string& fingerprint) {
        const std::string root(PARAPET_ROOT);
        Gateway gateway(read_offered(root + "/intake/locales", root + "/intake/forms").value(), intake,
                        fingerprint, visitor.office().world.folder() / ".", random,
                        [&] { return visitor.office().world.now(); });
        const service::Table<Gateway> table(gateway, kRoutes);
        return testing::as_read(
            std::string(text(answer(table, {.method = service::Method::get, .path = "/"}).body())));
    };
    const std::string there = "http://" + service::write_address(visitor.office().server.address());
    const std::string wrong = page_of(there, "00000 00000 00000 00000 00000 00000 00000 00000");
    CHECK(wrong.find(visitor.english().say("closed.keys")) != std::string::npos);
    CHECK(wrong.find("form:misconduct") == std::string::npos);
    const std::string silent =
        page_of("http://127.0.0.1:1", visitor.office().office.root.fingerprint().print());
    CHECK(silent.find(visitor.english().say("closed.offline")) != std::string::npos);
}

}  // namespace parapet::plain::report_test
