// What goes wrong on the way, and how it ends: in words, and with nothing lost or sent twice.
#include <catch2/catch_test_macros.hpp>

#include "intake/plain/files.h"
#include "tests/intake/metadata/vector.h"
#include "tests/intake/plain/visitor.h"

namespace parapet::plain::lost_test {

using testing::ChosenFile;
using testing::Visitor;

namespace {

constexpr const char* kStory = "One order became four";

std::vector<std::string> attached(const reporter::SentBefore& one) {
    std::vector<std::string> out;
    const auto& files = std::visit(
        [](const auto& said) -> const std::vector<content::Attachment>& { return said.attachments; },
        one.own.said);
    for (const content::Attachment& file : files) out.push_back(file.name);
    return out;
}

}  // namespace

TEST_CASE("a wrong code is explained digit by digit, and stays to be put right") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code.substr(1));
    CHECK(visitor.reads("enter.error.receipt-length"));
    CHECK(visitor.field("typed") == code.substr(1));
    std::string wrong = code;
    wrong[9] = wrong[9] == '3' ? '4' : '3';
    visitor.press("case", {{"typed", wrong}});
    CHECK(visitor.reads("enter.error.receipt-check"));
    wrong[9] = 'O';
    visitor.press("case", {{"typed", wrong}});
    CHECK(visitor.reads("enter.error.receipt-character"));
    wrong = code;
    wrong[0] = '7';
    visitor.press("case", {{"typed", wrong}});
    CHECK(visitor.reads("enter.error.unknown-version"));
    visitor.press("case", {{"typed", code}});
    CHECK(visitor.reads("case.title"));
}

TEST_CASE("a report that is sent once more, by a second click or hours later, stays one report") {
    Visitor visitor;
    const std::string code = visitor.reach_files(kStory);
    visitor.press_with_files("send", {}, {{"list.txt", "one"}});
    REQUIRE(visitor.reads("sent.title"));
    visitor.send_again();
    CHECK(visitor.reads("sent.title"));
    visitor.office().world.pass(std::chrono::hours(20));
    visitor.send_again();
    CHECK(visitor.reads("sent.title"));
    CHECK(visitor.held_under(code).size() == 1);
}

TEST_CASE(
    "a report that was changed after it had arrived is not called sent; the case stands open for the rest") {
    Visitor visitor;
    const std::string code = visitor.reach_files(kStory);
    visitor.press("send");
    REQUIRE(visitor.reads("sent.title"));
    visitor.post("to=send&at=files&lang=en&form=misconduct.1&code=" + code +
                 "&values.misconduct.1={%22what%22:%22Another+story%22,%22known%22:%22anonymous%22,"
                 "%22pass_on%22:%22ask%22}");
    CHECK_FALSE(visitor.reads("sent.title"));
    CHECK(visitor.reads("plain.held"));
    visitor.press("case");
    CHECK(visitor.reads("case.title"));
    visitor.press("more");
    visitor.press("adding:story");
    CHECK(visitor.field("q.what") == "Another story");
    CHECK(visitor.held_under(code).size() == 1);
}

TEST_CASE(
    "from pages that say what is held, or that nothing is, help and another language lead back to them") {
    Visitor visitor;
    const std::string code = visitor.reach_files(kStory);
    visitor.press("send");
    visitor.post("to=send&at=files&lang=en&form=misconduct.1&code=" + code +
                 "&values.misconduct.1={%22what%22:%22Another+story%22,%22known%22:%22anonymous%22,"
                 "%22pass_on%22:%22ask%22}");
    const auto comes_back_to = [&](const char* sentence) {
        for (const char* const button : {"lang:fr", "lang:en", "help", "back"}) visitor.press(button);
        return visitor.reads(sentence);
    };
    CHECK(comes_back_to("plain.held"));
    visitor.press("case");
    visitor.press("more");
    visitor.press("adding:story");
    CHECK(visitor.field("q.what") == "Another story");
    SystemRandom random;
    visitor.open(std::string(text(keys::Receipt::generate(random).reveal())));
    CHECK(comes_back_to("case.nothing"));
}

TEST_CASE(
    "a message that is sent once more is known again; the same words from a new page are a new message") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    visitor.press_with_files("write", {{"write", "A second supplier"}}, {{"a.txt", "a"}});
    REQUIRE(visitor.reads("case.write.sent"));
    visitor.send_again();
    CHECK(visitor.reads("plain.before"));
    CHECK(visitor.held_under(code).size() == 2);
    visitor.press("write", {{"write", "A second supplier"}});
    CHECK(visitor.reads("case.write.sent"));
    CHECK(visitor.held_under(code).size() == 3);
}

TEST_CASE("an answer added later that is sent once more is known again") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    visitor.press("more");
    visitor.press("adding:you");
    visitor.press("next", {{"q.hope", "That it stops"}});
    visitor.send_again();
    CHECK(visitor.reads("plain.before"));
    CHECK(visitor.held_under(code).size() == 2);
}

TEST_CASE("two windows with one code: both messages arrive, the later one numbered anew") {
    Visitor one;
    const std::string code = one.send_report(kStory);
    Visitor other(one);
    one.open(code);
    other.open(code);
    one.press("write", {{"write", "From the first window"}});
    other.press("write", {{"write", "From the second window"}});
    CHECK(one.reads("case.write.sent"));
    CHECK(other.reads("case.write.sent"));
    const auto held = one.held_under(code);
    REQUIRE(held.size() == 3);
    CHECK(std::get<content::Message>(held[1].own.said).text == "From the first window");
    CHECK(std::get<content::Message>(held[2].own.said).text == "From the second window");
}

TEST_CASE(
    "while intake does not answer people go on writing, and a report that cannot go out stays in the page") {
    Visitor visitor;
    visitor.reach_files(kStory);
    visitor.office().server.stop();
    visitor.office().world.pass(std::chrono::minutes(10));  // the office is asked for anew, in vain
    visitor.press_with_files("send", {}, {{"list.txt", "one"}});
    CHECK(visitor.reads("sending.stopped.title"));
    CHECK(visitor.reads("sending.stopped"));
    CHECK(visitor.reads("plain.files.again"));
    visitor.press("check");
    CHECK(visitor.sees(kStory));
    visitor.press("section:story");
    CHECK(visitor.field("q.what") == kStory);
}

TEST_CASE("a gateway that has not met intake yet says so, and the same button sends the same page again") {
    Visitor visitor;
    visitor.reach_ask(kStory);
    Visitor later(visitor);
    visitor.office().server.stop();
    later.post("to=next&at=section:story&lang=en&form=misconduct.1&asked=q.what&q.what=A+story+%26+more");
    CHECK(later.reads("closed.offline"));
    CHECK(later.field("q.what") == "A story & more");
    CHECK(later.field("at") == "section:story");
    CHECK(later.sees("value=\"next\""));
}

TEST_CASE(
    "while the office is not reached a person reads that in another language, and the button still sends the "
    "same") {
    Visitor visitor;
    visitor.come();
    Visitor later(visitor);
    visitor.office().server.stop();
    later.post("to=next&at=section:story&lang=en&form=misconduct.1&asked=q.what&q.what=A+story");
    later.press("lang:fr");
    later.press("lang:es");
    CHECK(later.sees(later.gateway().language("es").say("closed.offline")));
    CHECK(later.field("q.what") == "A story");
    CHECK(later.sees("name=\"to\" value=\"next\""));
    CHECK(later.sees("value=\"lang:en\""));
}

TEST_CASE("trying again after another language sends nothing, and shows the page that was being written") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    visitor.press("choices");
    visitor.press("adding:withdraw");
    visitor.press("next", {{"q.my_withdraw", "yes"}});
    visitor.start_gateway(/*reaches_intake=*/false);
    visitor.press("lang:es", {{"q.my_sure", "yes"}});
    visitor.press("lang:fr");
    CHECK(visitor.sees(visitor.gateway().language("fr").say("closed.offline")));
    visitor.start_gateway(/*reaches_intake=*/true);
    visitor.press(visitor.button(visitor.gateway().language("fr").say("closed.again")));
    CHECK(visitor.sees("lang=\"fr\""));
    CHECK(visitor.field("q.my_sure") == "yes");
    CHECK(visitor.held_under(code).size() == 1);
}

TEST_CASE("of the buttons on what is added to a case none but the one that sends it does") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    visitor.press("more");
    visitor.press("adding:story");
    for (const char* const button : {"", "kept", "check", "section:story", "nonsense"}) {
        visitor.press(button, {{"q.what", "Half a sentence"}});
        INFO(button);
        CHECK(visitor.field("q.what") == "Half a sentence");
        CHECK(visitor.held_under(code).size() == 1);
    }
}

TEST_CASE("a message that finds no intake stays, and so does the code") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    visitor.office().server.stop();
    visitor.press("write", {{"write", "Nobody hears this yet"}});
    CHECK(visitor.reads("closed.offline"));
    CHECK(visitor.field("unsent") == "Nobody hears this yet");
    CHECK(visitor.field("typed") == code);
}

TEST_CASE("a gateway whose clock is a day wrong takes reports all the same, and reads cases") {
    for (const std::int64_t hours : {-24, 24}) {
        Visitor visitor;
        visitor.set_clock_wrong_by(hours * 3600);
        const std::string code = visitor.send_report(kStory);
        visitor.open(code);
        CHECK(visitor.reads("case.title"));
        visitor.press("write", {{"write", "More"}});
        CHECK(visitor.reads("case.write.sent"));
    }
}

TEST_CASE("when the list of readers has run out nothing is sent, and old cases are read") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.reach_files("Another story");
    visitor.office().world.pass(std::chrono::hours(24 * 200));
    visitor.press("send");
    CHECK(visitor.reads("sending.expired"));
    visitor.come();
    CHECK(visitor.reads("closed.expired"));
    CHECK_FALSE(visitor.sees("form:misconduct"));
    visitor.open(code);
    CHECK(visitor.reads("case.title"));
}

TEST_CASE("a page that came back in part is said to be torn, in every language, and nothing is sent") {
    Visitor visitor;
    const std::string code = visitor.reach_files(kStory);
    const auto is_torn = [&] {
        return visitor.reads("plain.torn") &&
               visitor.sees(visitor.gateway().language("ar").say("plain.torn"));
    };
    visitor.post("to=send&at=files&lang=en&form=misconduct.1&values.misconduct.1={%22what%22:%22a");
    CHECK(is_torn());
    visitor.post("to=send&at=files&left_out=nothex");
    CHECK(is_torn());
    visitor.post("to=send&a=%4");
    CHECK(is_torn());
    visitor.post("--limit\r\nContent-Disposition: form-data; name=\"to\"\r\n\r\nse",
                 "multipart/form-data; boundary=limit");
    CHECK(is_torn());
    CHECK(visitor.held_under(code).empty());
}

TEST_CASE("an empty file is left out and named, and the report goes") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory, {{"empty.txt", ""}, {"list.txt", "one"}});
    CHECK(visitor.reads("files.empty", {{"name", "empty.txt"}}));
    CHECK(attached(visitor.held_under(code).front()) == std::vector<std::string>{"list.txt"});
}

TEST_CASE("of more than twenty files the first twenty go, and that is said") {
    Visitor visitor;
    std::vector<ChosenFile> files;
    for (int i = 0; i < 23; ++i) files.push_back({"file" + std::to_string(i) + ".txt", std::to_string(i)});
    const std::string code = visitor.send_report(kStory, files);
    CHECK(visitor.reads("files.many"));
    const auto names = attached(visitor.held_under(code).front());
    REQUIRE(names.size() == kMostFiles);
    CHECK(names.back() == "file19.txt");
}

TEST_CASE("a file's odd name is sealed without what would break a line or turn the text around") {
    Visitor visitor;
    const std::string code = visitor.send_report(
        kStory,
        {{"..\\..\\a\xE2\x80\xAEgnp.exe", "x"}, {std::string(400, 'n') + ".jpeg.pdf", "y"}, {"   ", "z"}});
    const auto names = attached(visitor.held_under(code).front());
    REQUIRE(names.size() == 3);
    CHECK(names[0] == "agnp.exe");
    CHECK(names[1].size() == 200);
    CHECK(names[1].ends_with("n.pdf"));
    CHECK(names[2] == "file");
}

TEST_CASE(
    "a picture from which nothing could be removed is not sealed by accident, only when that is ticked") {
    Visitor visitor;
    const std::string code = visitor.reach_files(kStory);
    const std::vector<ChosenFile> files{{"photo.jpg", "no photo at all"}, {"list.txt", "one"}};
    visitor.press_with_files("send", {}, files);
    CHECK(visitor.reads("files.misnamed"));
    CHECK(visitor.reads("plain.files.again"));
    CHECK(visitor.held_under(code).empty());
    visitor.press_with_files("send", {{"files.wish", "damaged"}}, files);
    CHECK(visitor.reads("sent.title"));
    CHECK(attached(visitor.held_under(code).front()) == std::vector<std::string>{"photo.jpg", "list.txt"});
}

TEST_CASE(
    "what was removed from a photo is said once it is sent, and its original goes only when that is ticked") {
    Visitor visitor;
    const std::string photo(text(metadata::testing::vector_of("jpeg-gps").file));
    const std::string code = visitor.reach_files(kStory);
    visitor.press_with_files("send", {{"files.wish", "originals"}}, {{"IMG_0815.jpg", photo}});
    CHECK(visitor.reads("files.found", {{"what", visitor.english().say("found.place")}}));
    CHECK(attached(visitor.held_under(code).front()) ==
          std::vector<std::string>{"IMG_0815.jpg", "IMG_0815.original.jpg"});
}

TEST_CASE("a message without words or files is not sent, and one with a file alone is") {
    Visitor visitor;
    const std::string code = visitor.send_report(kStory);
    visitor.open(code);
    visitor.press("write", {{"write", " \r\n "}});
    CHECK(visitor.reads("tell.needed"));
    visitor.press_with_files("write", {{"write", ""}}, {{"a.txt", "a"}});
    CHECK(visitor.reads("case.write.sent"));
    CHECK(visitor.held_under(code).size() == 2);
}

}  // namespace parapet::plain::lost_test
