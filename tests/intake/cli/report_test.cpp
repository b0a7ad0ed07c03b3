#include <regex>

#include "tests/crypto/cast.h"
#include "tests/intake/cli/office_of_today.h"
#include "tests/intake/metadata/vector.h"

namespace parapet::reporter::report_test {

using namespace intake::testing;
using namespace testing;
using metadata::testing::vector_of;

const std::regex kGroups(R"(\d{4}( \d{4}){7})");

TEST_CASE("a report is sealed without a network, sent as a file, and found by its code") {
    Office office;
    const std::string root = office.world.folder() / "deployment/root.note";
    const std::string roster = office.world.folder() / "deployment/rosters/3.note";
    const std::string bundle = office.fresh();
    const std::string code = office.fresh();
    const Ran sealed =
        run_report({"seal", office.file("A tender had one bidder."), bundle, "--root", root, "--roster",
                    roster, "--fingerprint", office.fingerprint, "--receipt-out", code});
    REQUIRE(sealed.code == 0);
    CHECK(shows(sealed.out, "the clerk"));
    CHECK(std::regex_search(contents(code), kGroups));
    CHECK_FALSE(shows(contents(bundle), "tender"));

    const Ran before = office.run({"status", "--receipt-file", code});
    CHECK(shows(before.out, "We hold nothing under this code\n"));
    REQUIRE(run_report({"send", bundle, "--to", office.to}).code == 0);
    CHECK(run_report({"send", bundle, "--to", office.to}).code == 0);
    const Ran after = office.run({"status", "--receipt-file", code, "--own"});
    CHECK(after.code == 0);
    CHECK(shows(after.out, "No answer yet."));
    CHECK(shows(after.out, "A tender had one bidder."));
}

TEST_CASE("in one command a report is sealed, its code shown, and its sealed file taken away once accepted") {
    Office office;
    const std::string bundle = office.fresh();
    const std::string code = office.fresh();
    const Ran ran = office.run({"report", "-", "--out", bundle, "--receipt-out", code}, "A tender.");
    CHECK(ran.code == 0);
    CHECK(shows(ran.out, "Sent."));
    CHECK_FALSE(std::filesystem::exists(bundle));
    CHECK(shows(office.run({"status", "--receipt-file", code}).out, "No answer yet."));
}

TEST_CASE("a report that is not accepted stays as a sealed file, and how to go on is said") {
    Office office;
    office.world.pass(std::chrono::hours(24 * 200));  // the service's clock: for it the roster has expired
    const std::string bundle = office.fresh();
    const Ran ran =
        office.run({"report", "-", "--out", bundle, "--receipt-out", office.fresh()}, "A tender.");
    CHECK(ran.code == 1);
    CHECK(shows(ran.out, "parapet-report send " + bundle));
    CHECK(shows(ran.err, "(expired)"));
    CHECK(std::filesystem::exists(bundle));
}

TEST_CASE("answers to a questionnaire are sealed from a file, presets and order as on the page") {
    Office office;
    const std::string code = office.fresh();
    const Ran ran = office.run(
        {"report", "-", "--answers", "--out", office.fresh(), "--receipt-out", code},
        R"({"form":"protection","answers":{"activity":["reported"],"acts":[{"what":"  A threat\r\n","type":["access","dismissal"],"when":"2026-03"}]}})");
    CHECK(ran.code == 0);
    const Ran own = office.run({"status", "--receipt-file", code, "--own"});
    CHECK(shows(own.out, "Tick everything that fits – I reported something wrong\n"));
    CHECK(shows(own.out, "  What happened? – A threat\n"));
    CHECK(shows(own.out, "Dismissed, suspended or laid off · Access, tools or meetings taken away\n"));
    CHECK(shows(own.out, "  When was it? – 2026-03\n"));
    CHECK(shows(own.out, "We speak with nobody before you allow it – Nobody yet\n"));
}

TEST_CASE(
    "answers that do not fit are named by their place, never by what stands in them, and nothing is sealed") {
    Office office;
    const std::string bundle = office.fresh();
    const auto refusal = [&](const std::string& answers) {
        const Ran ran =
            office.run({"report", "-", "--answers", "--out", bundle, "--receipt-out", office.fresh()},
                       R"({"form":"protection","answers":)" + answers + "}");
        CHECK(ran.code == 1);
        CHECK_FALSE(shows(ran.err, "hidden"));
        CHECK_FALSE(std::filesystem::exists(bundle));
        return ran.err;
    };
    CHECK(shows(refusal("{}"), "acts.0.what: Please write a few words here"));
    CHECK(shows(refusal(R"({"activity":["hidden"]})"), "activity: This is not one of the options"));
    CHECK(shows(refusal(R"({"activity":"reported"})"), "activity: Another kind of answer"));
    CHECK(shows(refusal(R"({"acts":[{"what":"x","nothing":"y"}]})"),
                "acts.0.nothing: The questionnaire asks nothing of this name"));
    CHECK(shows(refusal(R"({"acts":[{"what":"x","when":"hidden"}]})"),
                "acts.0.when: That day is not in the calendar"));
    CHECK(shows(refusal(R"({"seconded_by":"hidden"})"), "seconded_by: This is not asked"));
    CHECK(shows(refusal(R"({"may_speak":["hr","nobody"]})"),
                "may_speak: “nobody” cannot stand beside another"));
    CHECK(shows(refusal(R"(["hidden"])"), "content-schema"));
}

TEST_CASE("a large file goes along and is held") {
    Office office;
    const Ran ran = office.run({"report", "-", "--out", office.fresh(), "--receipt-out", office.fresh(),
                                "--attach", office.file(std::string(3'000'000, 'x'))},
                               "A tender.");
    CHECK(ran.code == 0);
    CHECK(office.world.app().drop->waiting(10)->size() == 1);
}

TEST_CASE("what was removed from a photo is said, what was not too, and a damaged one stops everything") {
    Office office;
    const auto attach = [&](const std::string& name, ByteView octets) {
        const std::string path = office.world.folder() / name;
        std::ofstream(path, std::ios::binary) << text(octets);
        return path;
    };
    const std::string photo = attach("IMG_0815.jpg", vector_of("jpeg-gps").file);
    const std::string damaged = attach("cut.jpg", vector_of("jpeg-segment-past-the-end").file);
    const auto run = [&](const std::vector<std::string>& more) {
        std::vector<std::string> all{"report", "-", "--out", office.fresh(), "--receipt-out", office.fresh()};
        all.insert(all.end(), more.begin(), more.end());
        return office.run(all, "A tender.");
    };
    const Ran ran = run({"--attach", photo, "--attach", attach("order.pdf", view("%PDF-1.4"))});
    CHECK(ran.code == 0);
    CHECK(shows(ran.out, "IMG_0815.jpg: We found this in the photo and removed it: the place.\n"));
    CHECK(shows(ran.out, "order.pdf: Not removed: a PDF can hold"));
    const Ran stopped = run({"--attach", damaged});
    CHECK(stopped.code == 1);
    CHECK(shows(stopped.out, "cut.jpg: Nothing was removed: this photo is damaged"));
    CHECK(shows(stopped.err, "say --keep-metadata"));
    const Ran kept = run({"--attach", damaged, "--attach", photo, "--keep-metadata"});
    CHECK(kept.code == 0);
    CHECK_FALSE(shows(kept.out, "emoved"));
    CHECK(shows(run_report({"report", "--help"}).out, "--keep-metadata"));
}

TEST_CASE("the code is shown at a terminal in eight groups") {
    Office office;
    const Ran ran = run_report_at_terminal(
        office.with_office({"report", office.file("A tender."), "--out", office.fresh()}));
    CHECK(ran.code == 0);
    CHECK(std::regex_search(ran.out, kGroups));
}

TEST_CASE("without a terminal and without a file for the code nothing is sealed, and no code is written") {
    Office office;
    const std::string bundle = office.fresh();
    const Ran ran = office.run({"report", "-", "--out", bundle}, "A tender.");
    CHECK(ran.code == 1);
    CHECK(shows(ran.err, "--receipt-out"));
    CHECK_FALSE(std::regex_search(ran.out + ran.err, kGroups));
    CHECK_FALSE(std::filesystem::exists(bundle));
}

TEST_CASE("a code that is typed at a terminal is not shown") {
    Office office;
    const std::string code = contents(office.held_code());
    const Ran ran = run_report_at_terminal(office.with_office({"status"}), {{kAsksForCode, code}});
    CHECK(ran.code == 0);
    CHECK(shows(ran.out, "No answer yet."));
    CHECK(ran.out.find(code) == std::string::npos);
    CHECK(ran.out.find(code.substr(0, 8)) == std::string::npos);
}

TEST_CASE("the file of the code can be read by nobody else") {
    Office office;
    const std::string code = office.fresh();
    REQUIRE(office.run({"report", "-", "--out", office.fresh(), "--receipt-out", code}, "A tender.").code ==
            0);
    using std::filesystem::perms;
    CHECK(std::filesystem::status(code).permissions() == (perms::owner_read | perms::owner_write));
}

TEST_CASE("before anything is sealed the readers are named by role, and the recovery key beside them") {
    Office office;
    const Ran ran =
        office.run({"report", "-", "--out", office.fresh(), "--receipt-out", office.fresh()}, "A tender.");
    CHECK(shows(ran.out,
                "will be able to read it:\n  Intake clerk (the clerk)\n  Chief ethics officer (the "
                "chief)\nAnd, so that nothing is lost with their keys, a recovery key"));
    CHECK(shows(ran.out, ":\n  Recovery key (the recovery)\n"));
    CHECK_FALSE(shows(ran.out, "will not be able"));
}

TEST_CASE("who is left out, by label, by person or as listed, is named as such and not among the readers") {
    Office office;
    const std::string chief = to_hex(cast::member("chief", {verify::Role::chief}, 2).person);
    for (const std::string& name :
         {std::string("the chief"), chief, std::string("Chief ethics officer (the chief)")}) {
        const Ran ran = office.run(
            {"report", "-", "--out", office.fresh(), "--receipt-out", office.fresh(), "--exclude", name},
            "A tender.");
        CHECK(ran.code == 0);
        CHECK(shows(ran.out,
                    "will be able to read it:\n  Intake clerk (the clerk)\nThese people will not be "
                    "able to read it:\n  Chief ethics officer (the chief)\n"));
        CHECK_FALSE(shows(ran.out, "Recovery key"));
    }
}

TEST_CASE("a name of nobody is not left out in silence: nothing is sealed") {
    Office office;
    const std::string bundle = office.fresh();
    const Ran nobody =
        office.run({"report", "-", "--out", bundle, "--receipt-out", office.fresh(), "--exclude", "the chef"},
                   "A tender.");
    CHECK(nobody.code == 1);
    CHECK_FALSE(std::filesystem::exists(bundle));
}

TEST_CASE("another office's fingerprint stops everything with a warning") {
    Office office;
    office.fingerprint[0] = office.fingerprint[0] == '1' ? '2' : '1';
    const Ran ran = office.run({"report", "-", "--receipt-out", office.fresh()}, "A tender.");
    CHECK(ran.code == 1);
    CHECK(shows(ran.err, "write nothing. (wrong-fingerprint)"));
}

TEST_CASE("what is wrong with a code is said without repeating it") {
    Office office;
    std::string wrong = contents(office.held_code());
    wrong[5] = wrong[5] == '1' ? '2' : '1';
    const Ran digit = office.run({"status", "--receipt-file", office.file(wrong)});
    CHECK(digit.code == 1);
    CHECK(shows(digit.err, "(receipt-check)"));
    CHECK(digit.err.find(wrong) == std::string::npos);
    CHECK(shows(office.run({"status", "--receipt-file", office.file("1234")}).err, "(receipt-length)"));
    CHECK(shows(office.run({"status", "--receipt-file", office.file("help")}).err, "(receipt-character)"));
}

TEST_CASE("a reply is shown with its author by role and the day to look again") {
    Office office;
    const std::string code = office.held_code();
    REQUIRE(office.world.office().put_reply(sealed(office.reporter, office.reply())).ok());
    const Ran ran = office.run({"status", "--receipt-file", code});
    CHECK(ran.code == 0);
    CHECK(shows(ran.out, "From: Intake clerk (the clerk) – Acknowledged\nWritten on "));
    CHECK(shows(ran.out, "\nWe have read message 0.\n"));
    CHECK(shows(ran.out, "Look again on or after " + office.world.today().plus(14).print()));
    CHECK(shows(ran.out, "If you would like support"));
    CHECK(shows(ran.out, "can be opened by the people who were named to you before you sent it"));
}

TEST_CASE("a promised day that has passed is the office's fault, and said so") {
    Office office;
    const std::string code = office.held_code();
    Reply reply = office.reply();
    reply.words.look_again = office.world.today().plus(-3);
    REQUIRE(office.world.office().put_reply(sealed(office.reporter, reply)).ok());
    CHECK(shows(office.run({"status", "--receipt-file", code}).out,
                "and we have not. We are late, and that is our fault."));
}

TEST_CASE("what a reply may do to a terminal is taken out of it") {
    Office office;
    const std::string code = office.held_code();
    Reply reply = office.reply();
    reply.words.text = "Thank\x1b[2J you\xe2\x80\xae!\xc2\x9b";
    REQUIRE(office.world.office().put_reply(sealed(office.reporter, reply)).ok());
    CHECK(shows(office.run({"status", "--receipt-file", code}).out, "Thank[2J you!\n"));
}

TEST_CASE("a reply that does not verify is not shown, and the reason is named") {
    Office office;
    const std::string code = office.held_code();
    Reply reply = office.reply();
    reply.author = "auditor";
    REQUIRE(office.world.office().put_reply(sealed(office.reporter, reply)).ok());
    const Ran ran = office.run({"status", "--receipt-file", code});
    CHECK(ran.code == 1);
    CHECK(shows(ran.out, "could not be checked and is not shown (reason: wrong-author)"));
    CHECK_FALSE(shows(ran.out, "We have read message 0."));
}

TEST_CASE("a further message is written, sent, and read again by its writer") {
    Office office;
    const std::string code = office.held_code();
    const std::string bundle = office.fresh();
    const Ran ran =
        office.run({"write", "-", "--receipt-file", code, "--out", bundle}, "The second bidder is a cousin.");
    CHECK(ran.code == 0);
    CHECK_FALSE(std::filesystem::exists(bundle));
    CHECK(
        shows(office.run({"status", "--receipt-file", code, "--own"}).out, "The second bidder is a cousin."));
}

TEST_CASE("the command line at fault is 2, and a service that does not answer is 3") {
    Office office;
    CHECK(run_report({"seal"}).code == 2);
    CHECK(run_report({"nothing"}).code == 2);
    CHECK(run_report({"--help"}).code == 0);
    office.server.stop();
    const Ran ran = office.run({"status", "--receipt-file", office.file("1234")});
    CHECK(ran.code == 3);
    CHECK(shows(ran.err, "Nothing is lost"));
}

TEST_CASE("access is removed only when it was said twice, and then the code shows nothing but that") {
    Office office;
    const std::string code = office.held_code();
    const Ran once = office.run({"remove-access", "--receipt-file", code}, "remove\nno\n");
    CHECK(shows(once.out, "Nothing was changed."));
    CHECK(shows(office.run({"status", "--receipt-file", code}).out, "No answer yet."));
    const Ran twice = office.run({"remove-access", "--receipt-file", code}, "remove\nremove\n");
    CHECK(twice.code == 0);
    CHECK(shows(twice.out, "The ethics office keeps its copy"));
    const Ran after = office.run({"status", "--receipt-file", code});
    CHECK(shows(after.out, "The access of this code was removed"));
    CHECK_FALSE(shows(after.out, "We hold nothing"));
}

TEST_CASE("a code under which nothing arrived is told apart from one that waits for an answer") {
    Office office;
    const Reporter stranger("bert");
    const std::string code = office.file(std::string(text(stranger.receipt().reveal())));
    CHECK(shows(office.run({"status", "--receipt-file", code}).out, "We hold nothing under this code\n"));
    CHECK(shows(office.run({"status", "--receipt-file", office.held_code()}).out, "No answer yet."));
}

TEST_CASE("a file of the office is saved under a name that harms nobody, and never over another") {
    Office office;
    const std::string code = office.held_code();
    Reply reply = office.reply();
    OfficeFile file = file_with(reply, "../../let ter\x1b[2J.pdf", octets("letter", 70'000));
    const vault::ReplyFile kept = office.world.keep_file(file.entry.env, file.core);
    reply.words.attachments.push_back(std::move(file.entry));
    REQUIRE(office.world.office().put_reply(sealed(office.reporter, reply), {kept}).ok());
    const std::string folder = office.fresh();
    std::filesystem::create_directory(folder);
    REQUIRE(office.run({"status", "--receipt-file", code, "--save-files", folder}).code == 0);
    CHECK(contents(folder + "/1-1-let_ter[2J.pdf") == text(octets("letter", 70'000)));
    const Ran again = office.run({"status", "--receipt-file", code, "--save-files", folder});
    CHECK(again.code == 1);
    CHECK(shows(again.err, "duplicate"));
}

}  // namespace parapet::reporter::report_test
