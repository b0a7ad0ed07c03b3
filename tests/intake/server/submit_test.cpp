#include "intake/server/routes.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/sign/sign_note.h"
#include "tests/crypto/cast.h"
#include "tests/intake/world.h"
#include "vault/drop_reader.h"

namespace parapet::intake::submit_test {

using namespace testing;
using verify::RecordType;

service::Answer submit(World& world, ByteView bundle) { return world.post("/api/submit", bundle); }

verify::Roster roster() { return cast::roster(); }

// A roster one version on, issued today.
verify::RosterLines next_roster(const World& world) {
    verify::RosterLines lines = cast::roster_lines();
    lines.version = 4;
    lines.issued = world.today();
    lines.expires = lines.issued.plus(90);
    lines.prev = cast::roster().hash();
    return lines;
}

// Its records, one of them exchanged.
Bytes with_record(ByteView bundle, std::size_t place, RecordType type, ByteView bytes) {
    const auto records = verify::parse_bundle(bundle).value();
    verify::BundleWriter out;
    for (std::size_t i = 0; i < records.size(); ++i) {
        if (i == place) {
            out.add(type, bytes);
        } else {
            out.add(records[i].type, records[i].bytes);
        }
    }
    return out.finish();
}

// The bundle under a note of other lines, signed by the reporter.
Bytes with_lines(const Reporter& reporter, ByteView bundle, const verify::SubmitLines& lines) {
    const Bytes note = sign::sign_note(lines.print(), lines.signer().name, reporter.keys().signing());
    return with_record(bundle, 0, RecordType::note, note);
}

TEST_CASE("a report is accepted and is held from then on") {
    World world;
    Reporter reporter("anna");
    const auto sealed = reporter.seal(roster());
    CHECK(accepted(submit(world, sealed.bundle().value())));
    const auto held = world.app().drop->own(reporter.case_id(), 0);
    REQUIRE(held.ok());
    CHECK(held->note == sealed.note());
    CHECK(held->objects.front().core == sealed.message().core);
    CHECK(shown_day(held->day) == world.today());
}

TEST_CASE("a report with small files is accepted in one request") {
    World world;
    Reporter reporter("anna");
    const auto sealed = reporter.seal(roster(), {.files = {octets("one", 100), octets("two", 50'000)}});
    CHECK(accepted(submit(world, sealed.bundle().value())));
    CHECK(world.app().drop->own(reporter.case_id(), 0)->objects.size() == 3);
}

TEST_CASE("the same bytes again are accepted again, and stored once") {
    World world;
    Reporter reporter("anna");
    const Bytes bundle = reporter.seal(roster()).bundle().value();
    REQUIRE(accepted(submit(world, bundle)));
    CHECK(accepted(submit(world, bundle)));
    CHECK(world.app().drop->next_seq(reporter.case_id()).value() == 1);
}

TEST_CASE("the same bytes again are accepted even after the roster has expired") {
    World world;
    Reporter reporter("anna");
    const Bytes bundle = reporter.seal(roster()).bundle().value();
    REQUIRE(accepted(submit(world, bundle)));
    world.pass(std::chrono::hours(24 * 200));
    CHECK(accepted(submit(world, bundle)));
}

TEST_CASE("a second report under the same code is a duplicate") {
    World world;
    Reporter reporter("anna");
    REQUIRE(accepted(submit(world, reporter.seal(roster()).bundle().value())));
    const auto second = reporter.seal(roster(), {.text = "Something else."});
    CHECK(refused(submit(world, second.bundle().value())) == Code::duplicate);
}

TEST_CASE("a message follows a report, and not without one") {
    World world;
    Reporter reporter("anna");
    const Bytes message = reporter.seal(roster(), {.seq = 1}).bundle().value();
    CHECK(refused(submit(world, message)) == Code::out_of_order);
    REQUIRE(accepted(submit(world, reporter.seal(roster()).bundle().value())));
    CHECK(accepted(submit(world, message)));
    CHECK(world.app().drop->next_seq(reporter.case_id()).value() == 2);
}

TEST_CASE("a submission for another deployment is refused") {
    World world;
    Reporter reporter("anna");
    const auto sealed = reporter.seal(roster());
    verify::SubmitLines lines = sealed.lines();
    lines.deployment.bytes[0] ^= 1;
    CHECK(refused(submit(world, with_lines(reporter, sealed.bundle().value(), lines))) ==
          Code::wrong_deployment);
}

TEST_CASE("a new report is refused as expired once the roster has run out, a message is not") {
    World world;
    Reporter reporter("anna");
    REQUIRE(accepted(submit(world, reporter.seal(roster()).bundle().value())));
    world.pass(std::chrono::hours(24 * 200));
    CHECK(refused(submit(world, Reporter("bert").seal(roster()).bundle().value())) == Code::expired);
    CHECK(accepted(submit(world, reporter.seal(roster(), {.seq = 1}).bundle().value())));
}

TEST_CASE("a superseded roster is accepted for 30 days and not for 31") {
    World world;
    world.folder().add_roster(next_roster(world));
    REQUIRE(world.app().deployment.reload().value());
    world.pass(std::chrono::hours(24 * 30));
    CHECK(accepted(submit(world, Reporter("anna").seal(roster()).bundle().value())));
    world.pass(std::chrono::hours(24));
    CHECK(refused(submit(world, Reporter("bert").seal(roster()).bundle().value())) == Code::unknown_roster);
}

TEST_CASE("a roster that the service has never seen is unknown") {
    World world;
    const Bytes note = cast::sign_by_officers(next_roster(world).print());
    const auto other = verify::UnverifiedRoster::parse(note).value().verify(cast::root()).value();
    CHECK(refused(submit(world, Reporter("anna").seal(other).bundle().value())) == Code::unknown_roster);
}

TEST_CASE("wraps for a member revoked since are dropped, the others are kept") {
    World world;
    verify::RosterLines lines = next_roster(world);
    lines.members[0].state = verify::MemberState::revoked;
    world.folder().add_roster(lines);
    REQUIRE(world.app().deployment.reload().value());
    Reporter reporter("anna");
    REQUIRE(accepted(submit(world, reporter.seal(roster()).bundle().value())));
    const auto reviewer = vault::open_drop_for_reviewer(world.folder() / "drop.db", drop_key()).value();
    const auto waiting = reviewer->waiting().value();
    REQUIRE(waiting.size() == 1);
    const auto held = reviewer->submission(waiting[0].name).value();
    const auto wraps = verify::Wrapset::parse(held.objects[0].member_wraps).value();
    CHECK(wraps.find(lines.members[0].rid) == nullptr);
    CHECK(wraps.find(lines.members[1].rid) != nullptr);
    CHECK(verify::Digests::parse(held.objects[0].digests)->find(lines.members[0].rid) != nullptr);
}

TEST_CASE("wraps other than those that were signed are refused") {
    World world;
    Reporter reporter("anna");
    const auto sealed = reporter.seal(roster());
    verify::Wrapset wraps = sealed.wraps();
    wraps.wraps.pop_back();
    const Bytes spoiled = with_record(sealed.bundle().value(), 2, RecordType::wrapset, wraps.encode());
    CHECK(refused(submit(world, spoiled)) == Code::wraps_hash);
}

// The report with these wraps, announced and signed as if its client had made them.
Bytes rewrapped(const Reporter& reporter, const seal::SealedSubmission& sealed,
                const verify::Wrapset& wraps) {
    verify::SubmitLines lines = sealed.lines();
    lines.objects[0].wraps_hash = verify::wraps_hash_of(wraps);
    return with_lines(reporter, with_record(sealed.bundle().value(), 2, RecordType::wrapset, wraps.encode()),
                      lines);
}

TEST_CASE("a report wrapped to no member, or not to its reporter, is refused") {
    World world;
    Reporter reporter("anna");
    const auto sealed = reporter.seal(roster());
    const RecipientId own = reporter.keys().box().rid();
    CHECK(refused(submit(world, rewrapped(reporter, sealed, *sealed.wraps().only(own)))) ==
          Code::not_a_recipient);
    verify::Wrapset members = sealed.wraps();
    REQUIRE(members.remove(own));
    CHECK(refused(submit(world, rewrapped(reporter, sealed, members))) == Code::not_a_recipient);
}

TEST_CASE("one octet of a core changed is refused by its hash") {
    World world;
    Reporter reporter("anna");
    const auto sealed = reporter.seal(roster());
    Bytes core = sealed.message().core;
    core.back() ^= 1;
    CHECK(refused(submit(world, with_record(sealed.bundle().value(), 1, RecordType::core, core))) ==
          Code::core_hash);
}

TEST_CASE("a note with one letter changed is refused by its signature") {
    World world;
    Reporter reporter("anna");
    const auto sealed = reporter.seal(roster());
    std::string note(text(sealed.note()));
    const std::size_t at = note.find("object ") + 7;
    note[at] = note[at] == '0' ? '1' : '0';
    CHECK(refused(submit(world, with_record(sealed.bundle().value(), 0, RecordType::note, view(note)))) ==
          Code::bad_signature);
}

TEST_CASE("a case that is not the hash of its key is refused") {
    World world;
    Reporter reporter("anna");
    const auto sealed = reporter.seal(roster());
    verify::SubmitLines lines = sealed.lines();
    lines.case_id = Reporter("bert").case_id();
    CHECK(refused(submit(world, with_lines(reporter, sealed.bundle().value(), lines))) == Code::wrong_case);
}

TEST_CASE("a bundle cut anywhere in its first octets, or with one too many, is refused and stores nothing") {
    World world;
    Reporter reporter("anna");
    Bytes bundle = reporter.seal(roster()).bundle().value();
    for (const std::size_t size : {4UL, 7UL, 12UL, 200UL, bundle.size() - 1})
        CHECK(refused(submit(world, ByteView(bundle).first(size))) == Code::truncated);
    bundle.push_back(0);
    CHECK(refused(submit(world, bundle)) == Code::trailing_bytes);
    CHECK_FALSE(world.app().drop->holds(reporter.case_id()).value());
}

TEST_CASE("a core of more than one chunk inside a submission is refused") {
    World world;
    Reporter reporter("anna");
    const auto sealed = reporter.seal(roster(), {.files = {octets("large", 80'000)}});
    CHECK(refused(submit(world, sealed.bundle().value())) == Code::too_large);
    CHECK_FALSE(world.app().drop->holds(reporter.case_id()).value());
}

TEST_CASE("a body over 2 MiB is refused before anything of it is parsed") {
    World world;
    CHECK(refused(submit(world, Bytes(2 * service::kMiB + 1))) == Code::too_large);
    CHECK(refused(submit(world, Bytes(2 * service::kMiB))) == Code::unknown_version);
}

TEST_CASE("a shredded case is refused for ever") {
    World world;
    Reporter reporter("anna");
    const Bytes bundle = reporter.seal(roster()).bundle().value();
    REQUIRE(accepted(submit(world, bundle)));
    REQUIRE(world.app().drop->bury(reporter.case_id()).ok());
    CHECK(refused(submit(world, bundle)) == Code::forbidden);
}

}  // namespace parapet::intake::submit_test
