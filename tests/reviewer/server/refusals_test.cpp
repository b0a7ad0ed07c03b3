// What the service refuses to put on the log or to let out, each by its own name.
#include "tests/reviewer/world.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/sign/sign_note.h"
#include "reviewer/client/signed_acts.h"
#include "reviewer/server/release.h"
#include "reviewer/server/routes.h"

namespace parapet::reviewer::refusals_test {

using testing::Reporter;
using testing::World;
using verify::RecordType;

// One report, and a read of it by member 1 that would be accepted; each test changes one thing.
struct Fixture {
    explicit Fixture(std::vector<testing::Seat> seats = {{1}, {2}, {3}}) : world(std::move(seats)) {
        world.submit(reporter, "a report", {{"a.txt", Bytes(10, 1)}});
        const auto row = world.app().cases->read(
            [&](const vault::CaseLook& look) { return look.case_of(reporter.case_id()); });
        const auto records = world.app().cases->read(
            [&](const vault::CaseLook& look) { return look.records(reporter.case_id()); });
        tag = row->ctag;
        record = records->front();
    }
    [[nodiscard]] verify::AuditLines lines(std::uint8_t seed = 1) {
        verify::AuditLines out = officer::leaf_lines(verify::AuditEvent::read, testing::deployment_id(),
                                                     testing::member_keys(seed), {0, verify::empty_root()},
                                                     verify::UnixTime{world.now}, world.random);
        out.case_tag = tag;
        out.purpose = verify::Purpose::intake;
        for (const vault::CaseObject& object : record.objects) out.objects.push_back(object.otag);
        return out;
    }
    static Bytes signed_by(const verify::AuditLines& lines, std::uint8_t seed) {
        const keys::MemberKeys keys = testing::member_keys(seed);
        return sign::sign_note(lines.print(), to_hex(keys.rid()), keys.signing());
    }
    service::Answer ask(std::string_view path, ByteView body) {
        const service::Table<App> table(world.app(), kRoutes);
        service::Request request{service::Method::post, std::string(path)};
        return service::answer(table, std::move(request), body);
    }
    service::Answer read(ByteView leaf) {
        return ask("/api/read", verify::BundleWriter().add(RecordType::leaf, leaf).finish());
    }
    service::Answer read(const verify::AuditLines& lines, std::uint8_t seed = 1) {
        return read(signed_by(lines, seed));
    }
    [[nodiscard]] std::uint64_t log_size() {
        return world.app().cases->read([](const vault::CaseLook& look) { return look.head(); })->size;
    }

    World world;
    Reporter reporter{testing::deployment_id(), world.random};
    LogTag tag;
    vault::Record record;
};

std::string_view refusal(const service::Answer& answer) {
    return answer.error() ? answer.error()->name() : "accepted";
}

TEST_CASE("a read by a member is released, and its leaf is the log's last") {
    Fixture f;
    CHECK(refusal(f.read(f.lines())) == "accepted");
    CHECK(f.log_size() == 2);
}

TEST_CASE("the same read again is the same leaf and the same release") {
    Fixture f;
    const Bytes leaf = Fixture::signed_by(f.lines(), 1);
    const service::Answer first = f.read(leaf);
    const service::Answer second = f.read(leaf);
    CHECK(refusal(second) == "accepted");
    CHECK(std::ranges::equal(first.body(), second.body()));
    CHECK(f.log_size() == 2);
}

TEST_CASE("a nonce is used once, for one read") {
    Fixture f;
    verify::AuditLines lines = f.lines();
    CHECK(refusal(f.read(lines)) == "accepted");
    lines.purpose = verify::Purpose::assess;
    CHECK(refusal(f.read(lines)) == "duplicate");
    CHECK(f.log_size() == 2);
}

TEST_CASE("one read names objects of one case") {
    Fixture f;
    Reporter other(testing::deployment_id(), f.world.random);
    f.world.submit(other, "another report");
    const auto records =
        f.world.app().cases->read([&](const vault::CaseLook& look) { return look.records(other.case_id()); });
    verify::AuditLines lines = f.lines();
    lines.objects.push_back(records->front().objects.front().otag);
    CHECK(refusal(f.read(lines)) == "wrong-tag");
    CHECK(f.log_size() == 2);
}

TEST_CASE("what is refused leaves nothing on the log") {
    Fixture f;
    verify::AuditLines lines = f.lines();
    SECTION("a clock eleven minutes ahead") {
        lines.time = verify::UnixTime{f.world.now + 11 * 60}.minute();
        CHECK(refusal(f.read(lines)) == "wrong-time");
    }
    SECTION("a clock eleven minutes behind") {
        lines.time = verify::UnixTime{f.world.now - 11 * 60}.minute();
        CHECK(refusal(f.read(lines)) == "wrong-time");
    }
    SECTION("a case that is none") {
        lines.case_tag->bytes[0] ^= 1;
        CHECK(refusal(f.read(lines)) == "wrong-tag");
    }
    SECTION("an object that is none") {
        lines.objects[0].bytes[0] ^= 1;
        CHECK(refusal(f.read(lines)) == "wrong-tag");
    }
    SECTION("a log that this one never was") {
        lines.seen = verify::Seen{1, verify::empty_root()};
        CHECK(refusal(f.read(lines)) == "forked");
    }
    SECTION("a log longer than this one") {
        lines.seen->size = 99;
        CHECK(refusal(f.read(lines)) == "forked");
    }
    SECTION("another deployment") {
        lines.deployment.bytes[0] ^= 1;
        CHECK(refusal(f.read(lines)) == "wrong-deployment");
    }
    SECTION("somebody who is no member") { CHECK(refusal(f.read(f.lines(9), 9)) == "unknown-signer"); }
    SECTION("a member's name under another's signature") {
        const keys::MemberKeys other = testing::member_keys(2);
        CHECK(refusal(f.read(sign::sign_note(lines.print(), to_hex(testing::member_keys(1).rid()),
                                             other.signing()))) == "unknown-signer");
    }
    SECTION("a text changed after it was signed") {
        std::string changed(text(Fixture::signed_by(lines, 1)));
        changed.replace(changed.find("intake"), 6, "assess");
        CHECK(refusal(f.read(view(changed))) == "bad-signature");
    }
    SECTION("a reply where a read is asked for") {
        lines.event = verify::AuditEvent::login;
        lines.case_tag.reset();
        lines.objects.clear();
        lines.purpose.reset();
        CHECK(refusal(f.read(lines)) == "wrong-type");
    }
    CHECK(f.log_size() == 1);
}

TEST_CASE("a revoked or retired member, and one without a reading role, reads nothing") {
    Fixture f;
    f.world.add_roster({{1, {verify::Role::clerk}, verify::MemberState::revoked},
                        {2, {verify::Role::clerk}, verify::MemberState::retired},
                        {3, {verify::Role::auditor}},
                        {4}});
    for (std::uint8_t seed = 1; seed <= 3; ++seed)
        CHECK(refusal(f.read(f.lines(seed), seed)) == "unknown-signer");
    CHECK(refusal(f.read(f.lines(4), 4)) == "not-a-recipient");
    CHECK(f.log_size() == 1);
}

TEST_CASE("a person the reporter kept out is not a recipient") {
    World world;
    Reporter reporter(testing::deployment_id(), world.random);
    world.submit(reporter, "about member 2", {}, {testing::person_id(2)});
    officer::Session kept_out = world.session(2);
    CHECK(kept_out.inbox()->empty());
    officer::Session other = world.session(1);
    CHECK(other.inbox()->size() == 1);
}

TEST_CASE("who stepped out of a case is refused by name, loses every wrap and sees no row") {
    Fixture f;
    officer::Session session = f.world.session(1);
    auto entries = session.inbox();
    REQUIRE(entries.ok());
    REQUIRE(session.recuse(entries->front()).ok());
    CHECK(refusal(f.read(f.lines())) == "recused");
    CHECK(session.inbox()->empty());
    const auto wrap = f.world.app().cases->read([&](const vault::CaseLook& look) {
        return look.sealed_wrap(f.reporter.case_id(), f.record.objects[0].env_id,
                                testing::member_keys(1).rid());
    });
    CHECK(wrap.error().code == Code::not_a_recipient);

    f.world.send(f.reporter.seal(f.world.roster(), "a later message"));
    CHECK(f.world.take_over() == 1);
    CHECK(session.inbox()->empty());
    officer::Session other = f.world.session(2);
    auto others = other.inbox();
    REQUIRE(others->size() == 1);
    CHECK(others->front().recused == std::set<PersonId>{testing::person_id(1)});
}

TEST_CASE("an attachment goes only to who read its message, and nothing else goes that way") {
    Fixture f;
    REQUIRE(refusal(f.read(f.lines())) == "accepted");
    const EnvelopeId attachment = f.record.objects[1].env_id;
    const auto ask = [&](std::uint8_t seed, std::uint64_t index, const EnvelopeId& env) {
        Bytes body;
        put_u64(body, index);
        put(body, env);
        const verify::Challenge challenge =
            f.world.app().challenges.issue(f.world.random, verify::UnixTime{f.world.now});
        return std::string(refusal(
            f.ask("/api/object", officer::sign_question(verify::Op::object, body, f.world.app().root(),
                                                        challenge, testing::member_keys(seed)))));
    };
    CHECK(ask(1, 1, attachment) == "accepted");
    CHECK(ask(2, 1, attachment) == "forbidden");
    CHECK(ask(1, 0, attachment) == "forbidden");
    CHECK(ask(1, 1, f.record.objects[0].env_id) == "forbidden");
    CHECK(ask(1, 7, attachment) == "not-found");
    officer::Session session = f.world.session(1);
    auto entries = session.inbox();
    REQUIRE(session.recuse(entries->front()).ok());
    CHECK(ask(1, 1, attachment) == "recused");
}

TEST_CASE("a reply takes no file that is not its own, is not whole, or that its leaf does not name") {
    Fixture f;
    officer::Session session = f.world.session(1);
    auto file = session.read(std::move(session.inbox()->front()), verify::Purpose::intake);
    REQUIRE(file.ok());
    const auto sealed = [&](std::uint32_t part) {
        const Bytes octets(10, 7);
        service::MemorySource source(octets);
        service::RunReader in(source);
        auto out = session.seal_file(*file, part, {"a", "", octets.size()}, in, f.world.folder() / "desk");
        REQUIRE(out.ok());
        return std::move(*out);
    };
    officer::ReplyDraft draft;
    draft.type = content::ReplyType::acknowledgement;
    draft.status = content::PublicStatus::acknowledged;
    draft.text = "Thank you.";
    draft.look_again = verify::UnixTime{f.world.now}.day().plus(7);
    std::vector<officer::OutgoingFile> files;
    SECTION("a part that leaves a gap") {
        files.push_back(sealed(3));
        CHECK(session.reply(*file, draft, std::move(files)).error().code == Code::bad_header);
    }
    SECTION("two of one part") {
        files.push_back(sealed(2));
        files.push_back(sealed(2));
        CHECK(session.reply(*file, draft, std::move(files)).error().code == Code::bad_header);
    }
    SECTION("other octets than were announced") {
        files.push_back(sealed(2));
        files[0].entry.core_hash.bytes[0] ^= 1;
        CHECK(session.reply(*file, draft, std::move(files)).error().code == Code::core_hash);
    }
    CHECK(f.log_size() == 2);
    CHECK(f.world.mail().page(f.reporter.case_id(), 0)->total == 0);
}

TEST_CASE("a challenge answers one question, once") {
    Fixture f;
    Bytes body;
    put_u64(body, 0);
    put_u32(body, 0);
    const verify::Challenge challenge =
        f.world.app().challenges.issue(f.world.random, verify::UnixTime{f.world.now});
    const Bytes question = officer::sign_question(verify::Op::inbox, body, f.world.app().root(), challenge,
                                                  testing::member_keys(1));
    CHECK(refusal(f.ask("/api/object", question)) == "wrong-type");
    CHECK(refusal(f.ask("/api/inbox", question)) == "accepted");
    CHECK(refusal(f.ask("/api/inbox", question)) == "challenge-used");
}

}  // namespace parapet::reviewer::refusals_test
