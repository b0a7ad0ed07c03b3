// Many reports in one hour: what a reporter is asked, and what those who have a code never notice.
#include <catch2/catch_test_macros.hpp>

#include "crypto/base/hash.h"
#include "tests/intake/world.h"

namespace parapet::intake::flood_test {

using namespace testing;
using verify::PuzzleAnswer;
using verify::RecordType;

constexpr Hourly kSmall{8, 8, 100 * service::kGiB};

World::Setting small() { return {.hourly = kSmall}; }

verify::Roster roster() { return cast::roster(); }

Bytes report_of(Reporter& reporter) { return reporter.seal(roster()).bundle().value(); }

Bytes note_of(ByteView bundle) {
    const ByteView note = verify::parse_bundle(bundle).value().front().bytes;
    return {note.begin(), note.end()};
}

// The bundle with an answer behind its note.
Bytes answered(ByteView bundle, const PuzzleAnswer& answer) {
    const auto records = verify::parse_bundle(bundle).value();
    verify::BundleWriter out;
    for (std::size_t i = 0; i < records.size(); ++i) {
        out.add(records[i].type, records[i].bytes);
        if (i == 0) out.add(RecordType::puzzle, answer.encode());
    }
    return out.finish();
}

PuzzleAnswer solve(World& world, ByteView bundle, unsigned bits) {
    const Hash note = sha256(note_of(bundle));
    PuzzleAnswer out{world.challenge(), 0};
    while (out.bits(note) < bits) ++out.n;
    return out;
}

std::uint64_t figure(const service::Answer& answer) {
    const std::string_view body = text(answer.body());
    return std::stoull(std::string(body.substr(body.rfind(':') + 1)));
}

// Sends it as a client does, answering what it is asked.
service::Answer send(World& world, ByteView bundle) {
    service::Answer said = world.post("/api/submit", bundle);
    if (refused(said) != Code::puzzle) return said;
    return world.post("/api/submit",
                      answered(bundle, solve(world, bundle, static_cast<unsigned>(figure(said)))));
}

// So many reports of others, each accepted.
void others_report(World& world, unsigned times) {
    for (unsigned i = 0; i < times; ++i) {
        Reporter other("other " + std::to_string(i));
        REQUIRE(accepted(send(world, report_of(other))));
    }
}

TEST_CASE("while few report, no puzzle is asked") {
    World world(small());
    for (const char* name : {"one", "two"}) {
        Reporter reporter(name);
        CHECK(accepted(world.post("/api/submit", report_of(reporter))));
    }
}

TEST_CASE("when many report, a report is taken with an answer to the puzzle and not without") {
    World world(small());
    others_report(world, 3);
    Reporter reporter("anna");
    const Bytes bundle = report_of(reporter);
    const auto asked = world.post("/api/submit", bundle);
    CHECK(refused(asked) == Code::puzzle);
    CHECK(figure(asked) >= 10);
    CHECK(figure(asked) <= 18);
    CHECK(accepted(send(world, bundle)));
}

TEST_CASE("an answer counts for its own note, once, and not when it is too weak") {
    World world(small());
    others_report(world, 3);
    Reporter anna("anna"), bert("bert");
    const Bytes first = report_of(anna), second = report_of(bert);
    const PuzzleAnswer good = solve(world, first, 12);
    CHECK(refused(world.post("/api/submit", answered(second, good))) == Code::puzzle);
    CHECK(accepted(world.post("/api/submit", answered(first, good))));
    PuzzleAnswer weak = solve(world, second, 0);
    while (weak.bits(sha256(note_of(second))) > 5) ++weak.n;
    CHECK(refused(world.post("/api/submit", answered(second, weak))) == Code::puzzle);
}

TEST_CASE("a report that is refused for itself takes nothing of the hour") {
    World world(small());
    Reporter anna("anna");
    REQUIRE(accepted(send(world, report_of(anna))));
    for (int i = 0; i < 20; ++i) {
        Reporter again("anna");  // a second report under one code
        CHECK(refused(send(
                  world, again.seal(roster(), {.text = "another " + std::to_string(i)}).bundle().value())) ==
              Code::duplicate);
    }
    others_report(world, 7);
}

TEST_CASE("when the hour is given away a new report is told how long to wait, and is taken then") {
    World world(small());
    others_report(world, 8);
    Reporter anna("anna");
    const Bytes bundle = report_of(anna);
    const auto told = world.post("/api/submit", bundle);
    CHECK(refused(told) == Code::wait);
    CHECK(figure(told) == 450);
    world.pass(std::chrono::seconds(figure(told)));
    CHECK(accepted(send(world, bundle)));
}

TEST_CASE("waiting uses no answer up") {
    World world(small());
    others_report(world, 8);
    Reporter anna("anna");
    const Bytes bundle = report_of(anna);
    world.pass(std::chrono::seconds(300));
    const Bytes with_answer = answered(bundle, solve(world, bundle, 18));
    REQUIRE(refused(world.post("/api/submit", with_answer)) == Code::wait);
    world.pass(std::chrono::seconds(200));
    CHECK(accepted(world.post("/api/submit", with_answer)));
}

TEST_CASE("a report whose answer was lost is answered again, however many report") {
    World world(small());
    Reporter anna("anna");
    const Bytes bundle = report_of(anna);
    REQUIRE(accepted(world.post("/api/submit", bundle)));
    others_report(world, 7);
    CHECK(accepted(world.post("/api/submit", bundle)));
}

TEST_CASE("when new reports are told to wait, who has a code reads and writes as always") {
    World world(small());
    Reporter anna("anna");
    REQUIRE(accepted(world.post("/api/submit", report_of(anna))));
    others_report(world, 7);
    Reporter late("late");
    REQUIRE(refused(world.post("/api/submit", report_of(late))) == Code::wait);

    Bytes page;
    put_u32(page, 0);
    CHECK_FALSE(world.ask(anna, "/api/mailbox", verify::Op::view, page).error());
    const auto message = anna.seal(roster(), {.seq = 1});
    CHECK(accepted(world.post("/api/submit", message.bundle().value())));
}

TEST_CASE("an upload is let in when it begins, and goes on and ends without being asked again") {
    World world(small());
    Reporter anna("anna");
    const auto sealed = anna.seal(roster(), {.files = {octets("large", 300'000)}});
    const Bytes begin = verify::BundleWriter().add(RecordType::note, sealed.note()).finish();
    REQUIRE_FALSE(world.post("/api/upload/begin", begin).error());
    others_report(world, 7);
    CHECK_FALSE(world.post("/api/upload/begin", begin).error());
    Reporter late("late");
    const auto other = late.seal(roster(), {.files = {octets("large", 300'000)}});
    const Bytes too_late = verify::BundleWriter().add(RecordType::note, other.note()).finish();
    CHECK(refused(world.post("/api/upload/begin", too_late)) == Code::wait);
}

}  // namespace parapet::intake::flood_test
