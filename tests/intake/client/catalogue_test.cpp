#include "intake/client/catalogue.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::reporter::catalogue_test {
namespace {

std::string french(const std::string& marks, const std::string& strings = R"("page.back": "Retour")") {
    return R"({"language": "fr", "direction": "ltr", "name": "Français", "reviewed": [)" + marks +
           R"(], "strings": {)" + strings + "}}";
}

std::string mark(const std::string& sentence, const std::string& by = "reviser of the language service",
                 const std::string& at = "2026-03-02") {
    return R"({"name": "page.back", "sentence": ")" + sentence + R"(", "reviewed_by": ")" + by +
           R"(", "reviewed_at": ")" + at + R"("})";
}

bool unreviewed(const std::string& json) {
    const auto read = Catalogue::parse(view(json));
    REQUIRE(read.ok());
    return read->unreviewed();
}

}  // namespace

TEST_CASE("a language counts as reviewed when each of its sentences stands as it was reviewed") {
    CHECK(unreviewed(french("")));
    CHECK_FALSE(unreviewed(french(mark("Retour"))));
    CHECK(unreviewed(french(mark("Revenir"))));
    CHECK(unreviewed(french(mark("Retour"), R"("page.back": "Retour", "page.title": "Formulaire")")));
}

TEST_CASE("a mark of review without a role, a day of the calendar or the sentence is refused") {
    const auto refused = [](const std::string& one) { return !Catalogue::parse(view(french(one))).ok(); };
    CHECK(refused(mark("Retour", "")));
    CHECK(refused(mark("Retour", "reviser of the language service", "2026-02-30")));
    CHECK(refused(
        R"({"name": "page.back", "reviewed_by": "reviser of the language service", "reviewed_at": "2026-03-02"})"));
    CHECK(refused(R"("page.back")"));
}

}  // namespace parapet::reporter::catalogue_test
