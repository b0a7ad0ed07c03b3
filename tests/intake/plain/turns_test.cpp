#include <catch2/catch_test_macros.hpp>

#include "intake/client/own.h"
#include "tests/intake/plain/visitor.h"

namespace parapet::plain::turns_test {

using testing::Visitor;

namespace {

constexpr const char* kStory = "A tender <b>for one</b> firm & \"friends\"";

// To the page that asks for two groups of the code; answers the code.
std::string reach_ask(Visitor& visitor) {
    visitor.come();
    visitor.press("form:misconduct");
    visitor.press("next");
    visitor.press("next", {{"q.what", kStory}});
    for (int i = 0; i < 3; ++i) visitor.press("next", {{"q.known", "anonymous"}, {"q.pass_on", "ask"}});
    REQUIRE(visitor.sees(visitor.english().say("check.title")));
    visitor.press("code");
    const std::string code = visitor.code();
    REQUIRE(code.size() == keys::kReceiptDigits);
    visitor.press("ask");
    return code;
}

struct Held {
    keys::ReporterKeys keys;
    reporter::Mailbox mailbox;
};

Held held_under(Visitor& visitor, const std::string& code) {
    auto& office = visitor.office();
    keys::ReporterKeys keys =
        keys::ReporterKeys::derive(keys::Receipt::read(view(code)).value(), office.office.root.deployment());
    reporter::Mailbox mailbox = reporter::look(office.client, {office.office, keys}).value();
    return {std::move(keys), std::move(mailbox)};
}

}  // namespace

TEST_CASE("before the first field a person is told that this server sees the words") {
    Visitor visitor;
    visitor.come();
    CHECK(visitor.sees(visitor.english().say("plain.seen")));
    CHECK_FALSE(visitor.sees("<textarea"));
}

TEST_CASE("a report without scripts is sealed as the gateway's, and says what was typed") {
    Visitor visitor;
    const std::string code = reach_ask(visitor);
    visitor.press_with_file("send", visitor.groups_of(code), "list.txt", "one, two");
    REQUIRE(visitor.sees(visitor.english().say("sent.title")));
    CHECK(visitor.sees("list.txt (8 B)"));
    visitor.press("shown");
    CHECK(visitor.code() == code);
    const Held held = held_under(visitor, code);
    REQUIRE(held.mailbox.held);
    auto& office = visitor.office();
    const auto own = reporter::own_message(office.client, {office.office, held.keys}, 0);
    REQUIRE(own.ok());
    const auto& report = std::get<content::Report>(own->said);
    CHECK(std::get<std::string>(report.answers.at("what").value) == kStory);
    CHECK(report.attachments.size() == 1);
    const auto stored = office.world.app().drop->own(held.keys.case_id(), 0);
    REQUIRE(stored.ok());
    const auto header = verify::EnvelopeHeader::of_core(stored->objects[0].core);
    REQUIRE(header.ok());
    CHECK(header->author == verify::Author::gateway);
}

TEST_CASE("the two groups are asked back, and a wrong one sends nothing") {
    Visitor visitor;
    const std::string code = reach_ask(visitor);
    visitor.press_with_file("send", {{"group.a", "0000"}, {"group.b", "0000"}}, "a.txt", "x");
    CHECK(visitor.sees(visitor.english().say("code.ask.wrong")));
    CHECK_FALSE(held_under(visitor, code).mailbox.held);
    visitor.press_with_file("send", visitor.groups_of(code), "", "");
    CHECK(held_under(visitor, code).mailbox.held);
}

TEST_CASE("sending once more after the answer was lost is not an error") {
    Visitor visitor;
    const std::string code = reach_ask(visitor);
    Visitor* again = &visitor;
    const std::map<std::string, std::string> groups = visitor.groups_of(code);
    const std::string before = visitor.page();
    visitor.press_with_file("send", groups, "", "");
    REQUIRE(visitor.sees(visitor.english().say("sent.title")));
    // The browser's "send again": the same form once more.
    again->come();
    std::string form = "to=send&at=ask&lang=en&form=misconduct&code=" + code +
                       "&group.a=" + groups.at("group.a") + "&group.b=" + groups.at("group.b");
    visitor.post(form);
    CHECK(visitor.sees(visitor.english().say("sent.title")));
}

TEST_CASE("what is missing is said beside its field, and what was typed stays") {
    Visitor visitor;
    visitor.come();
    visitor.press("form:misconduct");
    visitor.press("next");
    visitor.press("next", {{"q.what", "  "}, {"q.danger", "yes"}});
    CHECK(visitor.sees(visitor.english().say("tell.needed")));
    CHECK(visitor.sees(visitor.english().say("plain.look")));
    CHECK(visitor.sees("value=\"yes\" checked"));
    CHECK(visitor.sees(visitor.english().say("form.misconduct.danger_note")));
}

TEST_CASE("a question that an answer makes necessary is asked before going on") {
    Visitor visitor;
    visitor.come();
    visitor.press("form:misconduct");
    visitor.press("next");
    visitor.press("next", {{"q.what", kStory}, {"q.danger", "yes"}});
    CHECK(visitor.sees(visitor.english().say("form.misconduct.danger_note")));
    visitor.press("next", {{"q.what", kStory}, {"q.danger", "yes"}});
    CHECK(visitor.sees(visitor.english().say("form.misconduct.section.about")));
}

TEST_CASE("entries are added, and those filled in before stay") {
    Visitor visitor;
    visitor.come();
    visitor.press("form:protection");
    visitor.press("next");
    visitor.press("next", {{"q.activity", "reported"}});
    visitor.press("add:acts", {{"q.acts.0.what", "First & worst"}});
    CHECK(visitor.sees("First &amp; worst"));
    CHECK(visitor.sees("q.acts.1.what"));
    visitor.press("next", {{"q.acts.0.what", "First"},
                           {"q.acts.1.what", "Second"},
                           {"q.acts.1.when.y", "2026"},
                           {"q.acts.1.when.m", "13"}});
    CHECK(visitor.sees(visitor.english().say("form.date.wrong")));
}

TEST_CASE("a person who leaves out everybody is asked to leave somebody in") {
    Visitor visitor;
    visitor.come();
    visitor.press("form:advice");
    std::string body = "to=next&at=people&lang=en&form=advice";
    for (const verify::Member* member : visitor.office().office.readers())
        body += "&person=" + to_hex(member->person);
    visitor.post(body);
    CHECK(visitor.sees(visitor.english().say("people.all")));
}

TEST_CASE("with the code a person reads, writes and reads again; a wrong code is explained") {
    Visitor visitor;
    const std::string code = reach_ask(visitor);
    visitor.press_with_file("send", visitor.groups_of(code), "", "");
    visitor.come();
    visitor.press("enter");
    visitor.press("case", {{"typed", code.substr(1)}});
    CHECK(visitor.sees(visitor.english().say("enter.error.receipt-length")));
    visitor.press("case", {{"typed", code}});
    CHECK(visitor.sees(visitor.english().say("case.none")));
    visitor.press_with_file("write", {{"write", "More & more"}}, "b.bin", std::string(3000, 'x'));
    CHECK(visitor.sees(visitor.english().say("case.write.sent")));
    visitor.press("own");
    CHECK(visitor.sees("More &amp; more"));
    CHECK(visitor.sees("b.bin"));
    visitor.press("case");
    CHECK(visitor.sees(visitor.english().say("case.write")));
}

TEST_CASE("a code under which nothing arrived is said to be unknown") {
    Visitor visitor;
    visitor.come();
    visitor.press("enter");
    SystemRandom random;
    const keys::Receipt other = keys::Receipt::generate(random);
    visitor.press("case", {{"typed", std::string(text(other.reveal()))}});
    CHECK(visitor.sees(visitor.english().say("case.nothing")));
}

TEST_CASE("a picture from which nothing could be removed is not sealed by accident") {
    Visitor visitor;
    const std::string code = reach_ask(visitor);
    visitor.press_with_file("send", visitor.groups_of(code), "photo.jpg", "no photo at all");
    CHECK(visitor.sees(visitor.english().say("files.damaged")));
    CHECK_FALSE(held_under(visitor, code).mailbox.held);
}

TEST_CASE("whatever button is pressed from wherever, a page comes") {
    Visitor visitor;
    const std::vector<std::string> places{"",         "start",         "people", "section:what",
                                          "section:", "section:story", "check",  "code",
                                          "ask",      "case",          "enter",  "nonsense"};
    const std::vector<std::string> buttons{
        "",       "next",        "back",       "start",       "check",
        "code",   "ask",         "send",       "case",        "write",
        "own",    "enter",       "form:",      "form:x",      "form:choices",
        "open:",  "open:people", "open:story", "add:persons", "lang:xx",
        "lang:ar"};
    for (const std::string& at : places)
        for (const std::string& to : buttons)
            for (const char* rest :
                 {"", "&form=misconduct", "&form=misconduct&code=123", "&lang=ar&code=%00"}) {
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
                        fingerprint, random, [&] { return visitor.office().world.now(); });
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

}  // namespace parapet::plain::turns_test
