#include "intake/client/doorway.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/intake/client/loopback.h"

namespace parapet::intake::doorway_test {

using namespace testing;
using reporter::send_bundle;

// Eight reports an hour, and the puzzle from the third on.
World::Setting small() { return {.hourly = {8, 8, 100 * service::kGiB}}; }

// Lets the time pass that it is told to wait.
class Patient final : public reporter::Waiting {
public:
    explicit Patient(World& world) : world_(world) {}
    void solving(std::uint64_t tried, std::uint64_t expected) override {
        searched = std::max(searched, tried);
        of = expected;
    }
    void wait(std::uint64_t seconds) override {
        waited += seconds;
        world_.pass(std::chrono::seconds(seconds));
    }
    std::uint64_t searched = 0, of = 0, waited = 0;

private:
    World& world_;
};

Status send_of(Loopback& f, std::string_view name, reporter::Waiting* waiting = nullptr) {
    Reporter other(name);
    return send_bundle(f.client, f.filed(other.seal(f.office.roster)), {}, kNone, waiting);
}

TEST_CASE("whoever sends answers the puzzles that a busy service asks") {
    Loopback f(small());
    for (int i = 0; i < 8; ++i) CHECK(send_of(f, "other " + std::to_string(i)).ok());
    CHECK(send_of(f, "one more").error().code == Code::wait);
}

TEST_CASE("told to come later, a patient client comes later and gets in") {
    Loopback f(small());
    for (int i = 0; i < 8; ++i) REQUIRE(send_of(f, "other " + std::to_string(i)).ok());
    Patient patient(f.world);
    CHECK(send_of(f, "one more", &patient).ok());
    CHECK(patient.waited == 450);
    CHECK(patient.of == std::uint64_t{1} << verify::kMostPuzzleBits);
}

TEST_CASE("a report with a large file is asked at its beginning, and once") {
    Loopback f(small());
    for (int i = 0; i < 8; ++i) REQUIRE(send_of(f, "other " + std::to_string(i)).ok());
    Patient patient(f.world);
    const auto bundle = f.filed({.files = {octets("large", 300'000)}});
    CHECK(send_bundle(f.client, bundle, {}, kNone, &patient).ok());
    CHECK(patient.waited == 450);
    CHECK(f.mailbox().held);
}

}  // namespace parapet::intake::doorway_test
