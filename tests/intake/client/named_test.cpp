#include "intake/client/named.h"

#include <fstream>
#include <sstream>

#include <catch2/catch_test_macros.hpp>

namespace parapet::reporter::named_test {

using verify::Role;
using verify::Roles;

Catalogue words_of(const std::string& language) {
    std::ostringstream out;
    out << std::ifstream(std::string(PARAPET_ROOT) + "/intake/locales/" + language + ".json").rdbuf();
    return Catalogue::parse(view(out.str())).value();
}

TEST_CASE("a person of the office is called by role in the reader's language, beside the office's label") {
    const Named clerk = named(words_of("fr"), Roles{Role::clerk, Role::receives}, "Intake clerk");
    CHECK(clerk.role == words_of("fr").say("role.clerk"));
    CHECK(clerk.label == "Intake clerk");
}

TEST_CASE("a label that says the role in the same words stands alone") {
    const Named keeper = named(words_of("en"), Roles{Role::custodian}, "Keeper of names, data protection");
    CHECK(keeper.role.empty());
    CHECK(keeper.in_words(words_of("en")) == "Keeper of names, data protection");
}

TEST_CASE("of many roles the two that tell most are said, the head first") {
    const Catalogue words = words_of("en");
    const Named many = named(
        words, Roles{Role::chief, Role::clerk, Role::officer, Role::receives, Role::translator}, "Room 4");
    CHECK(many.role == words.say("role.chief") + ", " + words.say("role.officer"));
}

TEST_CASE("who reads new reports is said only of whom nothing else is") {
    const Catalogue words = words_of("en");
    CHECK(named(words, Roles{Role::receives}, "Room 4").role == words.say("role.receives"));
    CHECK(named(words, Roles{Role::clerk, Role::receives}, "Room 4").role == words.say("role.clerk"));
}

TEST_CASE("as one text the label is kept apart from the words around it") {
    const Catalogue words = words_of("ar");
    const std::string said = named(words, Roles{Role::clerk}, "Room 4").in_words(words);
    CHECK(said.find("\u2068Room 4\u2069") != std::string::npos);
}

}  // namespace parapet::reporter::named_test
