#include "intake/client/recusal.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/intake/client/loopback.h"

namespace parapet::reporter::recusal_test {

using namespace intake::testing;

namespace {

PersonId person(std::string_view name) { return cast::member(name, {verify::Role::officer}, 1).person; }

void recuse(Loopback& f, const std::vector<std::string_view>& names, std::string_view author = "clerk") {
    Reply reply = reply_to(f.reporter, 0);
    reply.author = author;
    for (const std::string_view name : names) reply.words.recused.insert(person(name));
    f.put(sealed(f.reporter, reply));
}

OutOfCase out_of(Loopback& f) { return out_of_case(f.client, f.holder, f.mailbox()).value(); }

std::vector<std::string> to_tell(const OutOfCase& out) {
    std::vector<std::string> labels;
    for (const verify::Member* member : out.to_tell) labels.push_back(member->label);
    return labels;
}

}  // namespace

TEST_CASE("what is written next leaves out whom the report left out, and whom a reply named as recused") {
    Loopback f;
    REQUIRE(send_bundle(f.client, f.filed({.exclude = {person("chief")}}), {}, kNone).ok());
    CHECK(out_of(f).excluded(/*keep=*/false) == std::set{person("chief")});
    recuse(f, {"officer"});
    CHECK(out_of(f).excluded(/*keep=*/false) == std::set{person("chief"), person("officer")});
}

TEST_CASE("whoever keeps the recused as readers brings back nobody whom the report left out") {
    Loopback f;
    REQUIRE(send_bundle(f.client, f.filed({.exclude = {person("chief")}}), {}, kNone).ok());
    recuse(f, {"chief", "clerk"});
    CHECK(out_of(f).excluded(/*keep=*/true) == std::set{person("chief")});
}

TEST_CASE("a recusal in a reply that does not verify changes nothing") {
    Loopback f;
    f.send_report();
    recuse(f, {"chief"}, "auditor");
    CHECK(out_of(f).excluded(/*keep=*/false).empty());
    CHECK(out_of(f).to_tell.empty());
}

TEST_CASE("the reporter is told of the recused who would have read on, and of nobody else") {
    Loopback f;
    REQUIRE(send_bundle(f.client, f.filed({.exclude = {person("chief")}}), {}, kNone).ok());
    recuse(f, {"chief", "clerk", "officer", "left"});
    CHECK(to_tell(out_of(f)) == std::vector<std::string>{"the clerk"});
}

TEST_CASE("a recused person whom the reporter was not told of is still to be asked about") {
    Loopback f;
    f.send_report();
    CHECK(out_of(f).was_told({}));
    recuse(f, {"chief", "clerk"});
    CHECK_FALSE(out_of(f).was_told({.told = {person("chief")}}));
    CHECK(out_of(f).was_told({.told = {person("chief"), person("clerk")}}));
}

TEST_CASE("of a recused keeper of names, who does not read, the reporter is told like of a reader") {
    verify::RosterLines lines = cast::roster_lines();
    lines.escrow = 2;
    for (const auto& [name, index] : {std::pair{"keeper", 11}, std::pair{"other", 12}})
        lines.members.push_back(
            cast::member(name, {verify::Role::custodian}, static_cast<std::uint8_t>(index)));
    const Office office = open_office(cast::root_note(), cast::sign_by_officers(lines.print()), "").value();
    Mailbox mailbox;
    mailbox.replies.emplace_back().reply.recused = {person("keeper")};
    CHECK(to_tell(out_of_case(office, content::Report{}, mailbox)) == std::vector<std::string>{"the keeper"});
}

}  // namespace parapet::reporter::recusal_test
