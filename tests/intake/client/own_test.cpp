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

}  // namespace parapet::reporter::own_test
