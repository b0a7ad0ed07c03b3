#include "intake/client/own.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/intake/client/loopback.h"

namespace parapet::reporter::own_test {

using namespace intake::testing;

TEST_CASE("the reporter reads again what was sent, with the day of its arrival") {
    Loopback f;
    f.send_report();
    REQUIRE(send_bundle(f.client, f.filed({.seq = 1, .text = "One thing more."}), {}, kNone).ok());
    const OwnMessage first = own_message(f.client, f.holder, 0).value();
    CHECK(first.day.print() == "2026-11-23");
    const auto& answers = std::get<content::Report>(first.said).answers;
    CHECK(std::get<std::string>(answers.at("what").value) == "An invoice was paid twice.");
    const OwnMessage second = own_message(f.client, f.holder, 1).value();
    CHECK(std::get<content::Message>(second.said).text == "One thing more.");
}

TEST_CASE("what was never sent is not found") {
    Loopback f;
    f.send_report();
    CHECK(own_message(f.client, f.holder, 1).error().code == Code::not_found);
}

TEST_CASE("a further message leaves out whom the report left out, and whom a reply named as recused") {
    Loopback f;
    const PersonId chief = cast::member("chief", {verify::Role::chief}, 2).person;
    const PersonId officer = cast::member("officer", {verify::Role::officer}, 3).person;
    REQUIRE(send_bundle(f.client, f.filed({.exclude = {chief}}), {}, kNone).ok());
    CHECK(left_out(f.client, f.holder, f.mailbox()).value() == std::set{chief});
    Reply reply = reply_to(f.reporter, 0);
    reply.words.recused = {officer};
    f.put(sealed(f.reporter, reply));
    CHECK(left_out(f.client, f.holder, f.mailbox()).value() == std::set{chief, officer});
}

TEST_CASE("a recusal in a reply that does not verify changes nothing") {
    Loopback f;
    f.send_report();
    Reply reply = reply_to(f.reporter, 0);
    reply.author = "auditor";
    reply.words.recused = {cast::member("chief", {verify::Role::chief}, 2).person};
    f.put(sealed(f.reporter, reply));
    CHECK(left_out(f.client, f.holder, f.mailbox()).value().empty());
}

}  // namespace parapet::reporter::own_test
