#include "intake/server/budget.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::intake::budget_test {

constexpr verify::UnixTime kStart{1'795'420'800};
constexpr std::uint64_t kOctets = 100'000;

verify::UnixTime later(std::uint64_t seconds) { return {kStart.seconds + seconds}; }

// Takes so many and answers how many of them it got.
unsigned took(HourlyBudget& budget, unsigned times, verify::UnixTime now = kStart) {
    unsigned out = 0;
    for (unsigned i = 0; i < times; ++i) out += budget.take({}, now) == 0 ? 1 : 0;
    return out;
}

TEST_CASE("an hour's notes are taken at once, and then one for every part of the hour that passes") {
    HourlyBudget budget({120, kOctets});
    CHECK(took(budget, 200) == 120);
    CHECK(budget.wait_for({}, kStart) == 30);
    CHECK(took(budget, 5, later(29)) == 0);
    CHECK(took(budget, 5, later(30)) == 1);
    CHECK(took(budget, 5, later(90)) == 2);
}

TEST_CASE("an hour without anybody gives an hour's notes and no more") {
    HourlyBudget budget({120, kOctets});
    CHECK(took(budget, 200) == 120);
    CHECK(took(budget, 200, later(100'000)) == 120);
}

TEST_CASE("octets are an amount of their own: without any, notes without files are still taken") {
    HourlyBudget budget({120, kOctets});
    CHECK(budget.take({.notes = 1, .octets = kOctets}, kStart) == 0);
    CHECK(budget.take({.notes = 1, .octets = kOctets / 2}, kStart) == 1'800);
    CHECK(budget.take({}, kStart) == 0);
}

TEST_CASE("what is larger than an hour is taken when an hour is free") {
    HourlyBudget budget({120, kOctets});
    CHECK(budget.take({.notes = 1, .octets = 3 * kOctets}, kStart) == 0);
    CHECK(budget.take({.notes = 1, .octets = 3 * kOctets}, later(10)) == 3'590);
}

TEST_CASE("what was not kept is there again") {
    HourlyBudget budget({4, kOctets});
    CHECK(took(budget, 4) == 4);
    budget.give_back({});
    CHECK(took(budget, 4) == 1);
}

TEST_CASE("a puzzle is asked from a quarter of the hour on, and grows to 18 bits at three quarters") {
    HourlyBudget budget({400, kOctets});
    CHECK(budget.puzzle_bits(kStart) == 0);
    CHECK(took(budget, 99) == 99);
    CHECK(budget.puzzle_bits(kStart) == 0);
    CHECK(took(budget, 1) == 1);
    CHECK(budget.puzzle_bits(kStart) == 10);
    CHECK(took(budget, 100) == 100);
    CHECK(budget.puzzle_bits(kStart) == 14);
    CHECK(took(budget, 100) == 100);
    CHECK(budget.puzzle_bits(kStart) == 18);
    CHECK(took(budget, 100) == 100);
    CHECK(budget.puzzle_bits(kStart) == 18);
    CHECK(budget.puzzle_bits(later(3'600)) == 0);
}

TEST_CASE("a clock that is set back gives nothing twice") {
    HourlyBudget budget({120, kOctets});
    CHECK(took(budget, 200, later(7'200)) == 120);
    CHECK(took(budget, 5, kStart) == 0);
    CHECK(took(budget, 5, later(7'200)) == 0);
}

}  // namespace parapet::intake::budget_test
