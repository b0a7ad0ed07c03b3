#include "intake/cli/language.h"

#include "intake/cli/voice.h"
#include "tests/intake/cli/office_of_today.h"

namespace parapet::reporter::language_test {

using namespace intake::testing;
using namespace testing;

constexpr const char* kArabic = "ar_EG.UTF-8";
constexpr const char* kFrench = "fr_FR.UTF-8";
constexpr const char* kSpanish = "es_CL.UTF-8";

std::string language_in(const std::map<std::string, std::string>& environment) {
    return language_of([&](const char* name) {
        const auto at = environment.find(name);
        return at == environment.end() ? nullptr : at->second.c_str();
    });
}

TEST_CASE("the language is that of LC_ALL, or of LC_MESSAGES, or of LANG, and of a locale its first part") {
    CHECK(language_in({{"LC_ALL", "ar_EG.UTF-8"}, {"LANG", "fr_FR"}}) == "ar");
    CHECK(language_in({{"LC_ALL", ""}, {"LC_MESSAGES", "es"}, {"LANG", "fr_FR"}}) == "es");
    CHECK(language_in({{"LANG", "fr@euro"}}) == "fr");
    CHECK(language_in({{"LC_ALL", "C.UTF-8"}, {"LANG", "fr_FR"}}).empty());
    CHECK(language_in({{"LANG", "POSIX"}}).empty());
    CHECK(language_in({}).empty());
}

TEST_CASE("--language counts in both spellings, and the last one does") {
    CHECK(language_asked(std::vector<std::string>{"status", "--language", "ar"}) == "ar");
    CHECK(language_asked(std::vector<std::string>{"--language=fr", "status", "--language=es"}) == "es");
    CHECK_FALSE(language_asked(std::vector<std::string>{"status", "--language"}));
    CHECK_FALSE(language_asked(std::vector<std::string>{"--languages", "ar"}));
}

TEST_CASE("in a language written from the right a value stands between isolates, and a command stands bare") {
    const Words path{{"file", "/a/b.txt"}};
    CHECK(shows(Voice::in("ar").value().say("report.saved", path), "\u2068/a/b.txt\u2069"));
    CHECK(Voice::in("fr").value().say("report.saved", path) == "Enregistré\u202f: /a/b.txt");
    Office office;
    office.world.pass(std::chrono::hours(24 * 200));  // for intake the roster has expired
    const std::string bundle = office.fresh();
    const Ran ran =
        office.run({"report", "-", "--out", bundle, "--receipt-out", office.fresh()}, "A tender.", kArabic);
    CHECK(shows(ran.out, "\n  parapet-report send " + bundle + " --to " + office.to + "\n"));
    CHECK(shows(ran.err, "(\u2068expired\u2069)"));
}

TEST_CASE("a value cannot end its isolate") {
    CHECK(Voice::in("ar").value().isolated("a\u2069b") == "\u2068ab\u2069");
}

TEST_CASE("where a case stands is said in Arabic and in French, with the day to look again") {
    Office office;
    const std::string code = office.held_code();
    REQUIRE(office.world.office().put_reply(sealed(office.reporter, office.reply())).ok());
    const std::string day = office.world.today().plus(14).print();
    const Ran arabic = office.run({"status", "--receipt-file", code}, "", kArabic);
    CHECK(arabic.code == 0);
    CHECK(shows(arabic.out, "أُرسل إشعار بالاستلام"));
    CHECK(shows(arabic.out, "قرأه مكتب الأخلاقيات."));
    CHECK(shows(arabic.out, "\u2066" + day + "\u2069"));
    CHECK(shows(arabic.out,
                "من: \u2068" + Voice::in("ar").value().say("role.clerk") + " (\u2068the clerk\u2069)\u2069"));
    const Ran french = office.run({"status", "--receipt-file", code}, "", kFrench);
    CHECK(shows(french.out, "Où en est le dossier – Accusé de réception envoyé\n"));
    CHECK(shows(french.out, "Revenez le " + day + " ou après.\n"));
}

TEST_CASE("before any answer the first promised day is said, and a late office is late in every language") {
    Office office;
    const std::string code = office.held_code();
    const std::string promised = office.world.today().plus(7).print();
    CHECK(shows(office.run({"status", "--receipt-file", code}, "", kSpanish).out,
                "La oficina de ética responde a más tardar el " + promised));
    Reply reply = office.reply();
    reply.words.look_again = office.world.today().plus(-3);
    REQUIRE(office.world.office().put_reply(sealed(office.reporter, reply)).ok());
    const Ran late = office.run({"status", "--receipt-file", code, "--language", "es"});
    CHECK(shows(late.out, "Vamos con retraso, y la culpa es nuestra.\n"));
    CHECK(shows(late.out, "A partir del " + office.world.today().plus(43).print()));
}

TEST_CASE("a decision is shown with the last day for a review, as on the page") {
    Office office;
    const std::string code = office.held_code();
    Reply reply = office.reply();
    reply.words.status = content::PublicStatus::decision;
    reply.words.day = office.world.today().plus(-40);
    REQUIRE(office.world.office().put_reply(sealed(office.reporter, reply)).ok());
    const Ran ran = office.run({"status", "--receipt-file", code}, "", kFrench);
    CHECK(shows(ran.out, "Décision à lire\n"));
    CHECK(shows(ran.out, office.world.today().plus(-10).print()));
    CHECK(shows(ran.out, Voice::in("fr").value().say("decision.review.over")));
}

TEST_CASE("a wrong code is told in Arabic, without it") {
    Office office;
    std::string wrong = contents(office.held_code());
    wrong[5] = wrong[5] == '1' ? '2' : '1';
    const Ran ran = office.run({"status", "--receipt-file", office.file(wrong)}, "", kArabic);
    CHECK(ran.code == 1);
    CHECK(shows(ran.err, "أحد الأرقام ليس صحيحا."));
    CHECK(shows(ran.err, "(\u2068receipt-check\u2069)"));
    CHECK(ran.err.find(wrong) == std::string::npos);
}

TEST_CASE("what was sent is read again in the language of its reader") {
    Office office;
    const std::string code = office.fresh();
    REQUIRE(
        office
            .run({"report", "-", "--answers", "--out", office.fresh(), "--receipt-out", code},
                 R"({"form":"protection","answers":{"activity":["reported"],"acts":[{"what":"A threat"}]}})")
            .code == 0);
    const Ran own = office.run({"status", "--receipt-file", code, "--own"}, "", kFrench);
    CHECK(shows(own.out, "Votre signalement – Arrivé le " + office.world.today().print()));
    CHECK(shows(own.out, " – A threat\n"));
    CHECK_FALSE(shows(own.out, "Tick everything"));
    CHECK_FALSE(shows(own.out, "activity"));
}

TEST_CASE("what does not fit in a file of answers is said in French, beside its place") {
    Office office;
    const Ran ran =
        office.run({"report", "-", "--answers", "--receipt-out", office.fresh()},
                   R"({"form":"protection","answers":{"acts":[{"what":"x","when":"2026-13"}]}})", kFrench);
    CHECK(ran.code == 1);
    CHECK(shows(ran.err, "acts.0.when: " + Voice::in("fr").value().say("form.date.wrong")));
    CHECK(shows(ran.err, "Rien n’a encore été scellé. (malformed)"));
}

TEST_CASE("a language without words is refused with those there are; a locale without words is English") {
    const Ran refused = run_report({"status", "--language", "de"}, "", kFrench);
    CHECK(refused.code == 2);
    CHECK(refused.err == "Il n’y a pas de textes dans la langue de. Il y a\u202f: ar, en, es, fr.\n");
    CHECK(shows(run_report({"--help"}, "", "de_DE.UTF-8").out, "Reports to the ethics office"));
}

TEST_CASE("without a word behind it the program explains itself, in the language of the machine") {
    const Ran ran = run_report({}, "", kArabic);
    CHECK(ran.code == 2);
    CHECK(shows(ran.err, "بلاغات إلى مكتب الأخلاقيات"));
    CHECK(shows(ran.err, "\n  remove-access\n"));
    CHECK(shows(run_report({"status", "--help"}, "", kFrench).out, "  --save-proof …\n"));
}

TEST_CASE("each fault of a command line is named, and the explanation that helps") {
    const auto told = [](const std::vector<std::string>& arguments) {
        const Ran ran = run_report(arguments);
        CHECK(ran.code == 2);
        CHECK(shows(ran.err, "An explanation: parapet-report "));
        return ran.err;
    };
    CHECK(shows(told({"nothing"}), "There are: report, status, write, seal, send, remove-access."));
    CHECK(shows(told({"status"}), "This is still needed: --to.\n"));
    CHECK(shows(told({"status", "--to"}), "Something has to stand behind --to.\n"));
    CHECK(shows(told({"status", "--to", "x", "--nothing=secret"}), "--nothing is not known here.\n"));
    CHECK(shows(told({"seal", "a", "b", "--root", "c"}), "--root goes together with --roster.\n"));
    CHECK(shows(told({"seal", "a", "b", "--root", "c", "--roster", "d", "--to", "e"}),
                " do not go together.\n"));
}

TEST_CASE("a word that has no place on the command line is not repeated: it may be a code") {
    const Ran ran = run_report({"status", "--to", "x", "1234", "5678"});
    CHECK(ran.code == 2);
    CHECK_FALSE(shows(ran.err, "1234"));
    CHECK_FALSE(shows(ran.err, "5678"));
}

}  // namespace parapet::reporter::language_test
