#include "crypto/verify/roster.h"

#include "tests/crypto/cast.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace parapet::verify::roster_test {

TEST_CASE("members are found by their key and by their person") {
    const Roster roster = cast::roster();
    const Member clerk = cast::member("clerk", {Role::clerk}, 1);
    REQUIRE(roster.by_rid(clerk.rid) != nullptr);
    CHECK(roster.by_rid(clerk.rid)->label == "the clerk");
    CHECK(roster.by_person(clerk.person).size() == 1);
    CHECK(roster.by_rid(cast::fixed<RecipientId>("stranger")) == nullptr);
    CHECK(roster.by_person(cast::fixed<PersonId>("stranger")).empty());
}

TEST_CASE("active members with a reading role may read, and nobody else") {
    const Roster roster = cast::roster();
    std::vector<std::string> readers;
    for (const Member& m : roster.members())
        if (m.may_read()) readers.push_back(m.label);
    CHECK(readers == std::vector<std::string>{"the clerk", "the chief", "the officer"});
}

TEST_CASE("excluding a person excludes every key of that person") {
    RosterLines lines = cast::roster_lines();
    Member second_key = cast::member("clerk again", {Role::receives}, 9);
    second_key.person = lines.members[0].person;
    lines.members.push_back(second_key);
    const Roster roster =
        UnverifiedRoster::parse(cast::sign_by_officers(lines.print())).value().verify(cast::root()).value();
    const auto recipients = roster.recipients({second_key.person}).value();
    for (const Member* m : recipients) CHECK(m->person != second_key.person);
}

TEST_CASE("a recovery key beside an exclusion would open what somebody asked to keep from a colleague") {
    const Roster roster = cast::roster();
    const auto has_recovery = [](const std::vector<const Member*>& to) {
        return std::ranges::any_of(to, [](const Member* m) { return m->roles.has(Role::recovery); });
    };
    CHECK(has_recovery(roster.recipients({}).value()));
    CHECK_FALSE(has_recovery(roster.recipients({roster.members()[1].person}).value()));
    CHECK_FALSE(has_recovery(roster.recipients({cast::fixed<PersonId>("nobody here")}).value()));
}

TEST_CASE("a roster of another root is not signed by this one") {
    RootLines other = cast::root_lines();
    other.keys = {cast::vkey("a"), cast::vkey("b"), cast::vkey("c")};
    Bytes note = sign::sign_note(other.print(), "a", cast::signing_key("a"));
    note = sign::add_signature(note, "b", cast::signing_key("b")).value();
    const Root root = UnverifiedRoot::parse(note).value().verify_configured().value();
    CHECK(UnverifiedRoster::parse(cast::roster_note()).value().verify(root).error().code ==
          Code::unknown_signer);
}

}  // namespace parapet::verify::roster_test
