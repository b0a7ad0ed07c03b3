// The cases that all three paths are held to (tests/intake/answers/); the page's twin runs them too.
#include "intake/client/answers.h"

#include <catch2/catch_test_macros.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "crypto/content/content.h"
#include "intake/client/catalogue.h"
#include "intake/client/faults.h"
#include "intake/client/file_name.h"
#include "intake/client/forms.h"
#include "intake/client/plural.h"

namespace parapet::reporter::answers_test {
namespace {

std::string contents(const std::string& path) {
    std::ifstream in(std::string(PARAPET_ROOT) + "/" + path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

Questionnaire form(const std::string& name) {
    auto out = Questionnaire::parse(view(contents("intake/forms/" + name + ".json")));
    REQUIRE(out.ok());
    return std::move(out).value();
}

}  // namespace

TEST_CASE("the same input gives the same octets, and the same is said of it, as on the page with scripts") {
    const auto cases = nlohmann::ordered_json::parse(contents("tests/intake/answers/cases.json"));
    REQUIRE(cases.size() >= 16);
    for (const auto& one : cases) {
        INFO(one.at("name").get<std::string>());
        const Questionnaire questionnaire = form(one.at("form"));
        const auto values = content::read_answers(view(one.at("values").dump()));
        REQUIRE(values.ok());
        const auto written = content::write_answers(answers_of(questionnaire, *values));
        REQUIRE(written.ok());
        CHECK(text(written->reveal()) == one.at("answers").dump());
        if (one.contains("faults")) {
            nlohmann::ordered_json faults = nlohmann::ordered_json::array();
            for (const Section& section : questionnaire.sections) {
                if (!met(section.when, *values)) continue;
                for (const FaultAt& fault : faults_in(section.questions, *values, Names::none))
                    faults.push_back({{"place", fault.place}, {"sentence", sentence_of(fault.fault)}});
            }
            CHECK(faults.dump() == one.at("faults").dump());
        }
        const auto identity = identity_of(questionnaire, *values);
        REQUIRE(identity.has_value() == one.contains("identity"));
        if (identity) CHECK(identity->name == one.at("identity").at("name").get<std::string>());
    }
}

TEST_CASE("every questionnaire of the office is read, and the page without scripts knows every word of it") {
    const auto english = Catalogue::parse(view(contents("intake/locales/en.json")));
    REQUIRE(english.ok());
    std::size_t read_so_far = 0;
    for (const auto& file :
         std::filesystem::directory_iterator(std::string(PARAPET_ROOT) + "/intake/forms")) {
        const std::string name = file.path().stem();
        if (file.path().extension() != ".json" || name.find('.') == std::string::npos) continue;
        INFO(name);
        const Questionnaire read = form(name);
        ++read_so_far;
        for (const Section& section : read.sections) {
            CHECK(english->knows("form." + read.id + ".section." + section.id));
            for (const Question& question : section.questions)
                CHECK(english->knows("form." + read.id + "." + question.id));
        }
    }
    CHECK(read_so_far >= 5);
}

TEST_CASE("a questionnaire that breaks the schema is refused") {
    const auto parse = [](const char* json) { return Questionnaire::parse(view(json)).ok(); };
    constexpr const char* kGood =
        R"({"id":"f","version":1,"sections":[{"id":"s","part":"first","questions":[{"id":"q","type":"date"}]}]})";
    REQUIRE(parse(kGood));
    for (const auto& [from, to] :
         {std::pair{R"("part":"first")", R"("part":"never")"},
          {R"("type":"date")", R"("type":"photo")"},
          {R"("type":"date")", R"("type":"date","when":{"question":"x","is":["y"]})"},
          {R"("type":"date")", R"("type":"one","options":[])"},
          {R"("type":"date")", R"("type":"one","options":["a"],"preset":"b")"},
          {R"("id":"q")", R"("id":"section")"},
          {R"("version":1)", R"("version":0)"}}) {
        std::string bad(kGood);
        bad.replace(bad.find(from), std::string_view(from).size(), to);
        INFO(bad);
        CHECK_FALSE(parse(bad.c_str()));
    }
}

TEST_CASE("a file's name fits as on the page with scripts") {
    const auto cases = nlohmann::json::parse(contents("tests/intake/answers/names.json"));
    REQUIRE(cases.size() >= 8);
    for (const auto& one : cases) {
        const std::string fitting = fitting_name(one.at("typed").get<std::string>());
        CHECK(fitting == one.at("fitting").get<std::string>());
        CHECK(name_of_original(fitting) == one.at("original").get<std::string>());
    }
}

TEST_CASE(
    "a folder of questionnaires is read by name and version, and what is no questionnaire is passed over") {
    std::map<std::string, Bytes> files;
    const auto put = [&](const std::string& name, const std::string& json) {
        const ByteView octets = view(json);
        files[name] = Bytes(octets.begin(), octets.end());
    };
    for (const char* name : {"misconduct.1.json", "choices.2.json"})
        put(name, contents(std::string("intake/forms/") + name));
    put("offered.json", R"({"forms":[{"id":"misconduct","version":1}]})");
    put("schema.json", "{}");
    const auto forms = Forms::parse(files);
    REQUIRE(forms.ok());
    CHECK(forms->find_offered("misconduct") == forms->find("misconduct.1"));
    CHECK(forms->find_offered("choices") == nullptr);
    REQUIRE(forms->find("choices.2") != nullptr);
    CHECK(forms->find("misconduct.1")->after->print() == "choices.2");
    put("misconduct.2.json", contents("intake/forms/misconduct.1.json"));
    CHECK(Forms::parse(files).error().code == Code::content_schema);
    files.erase("misconduct.2.json");
    put("offered.json", R"({"forms":[{"id":"advice","version":1}]})");
    CHECK(Forms::parse(files).error().code == Code::content_schema);
}

TEST_CASE("counts are said in the plural forms that the language has") {
    CHECK(plural_form("ar", 0) == "zero");
    CHECK(plural_form("ar", 2) == "two");
    CHECK(plural_form("ar", 7) == "few");
    CHECK(plural_form("ar", 11) == "many");
    CHECK(plural_form("ar", 100) == "other");
    CHECK(plural_form("fr", 0) == "one");
    CHECK(plural_form("en", 0) == "other");
}

}  // namespace parapet::reporter::answers_test
