// A confided name: who can open it, who can not, and what each step tells.
#include "tests/reviewer/world.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/seal/escrow.h"
#include "crypto/sign/sign_note.h"
#include "reviewer/client/signed_acts.h"
#include "reviewer/server/routes.h"

namespace parapet::reviewer::names_test {

using testing::Reporter;
using testing::Seat;
using testing::World;
using verify::AuditEvent;
using verify::RecordType;
using verify::Role;

const std::string kName = "A procurement officer";

// Readers 1 and 2; custodians 11, 12 and 13, of whom two are needed; 14 is a second key of person 11.
std::vector<Seat> seats() {
    return {{1}, {2}, {11, {Role::custodian}}, {12, {Role::custodian}}, {13, {Role::custodian}}};
}

struct Office {
    explicit Office(std::vector<Seat> of = seats(), bool given = true, std::set<PersonId> exclude = {})
        : world(std::move(of)) {
        content::Identity identity;
        if (given) identity.given = content::GivenIdentity{kName, "by post", content::KnownTo::office};
        world.send(reporter.seal(world.roster(), "One order was split into four.", {}, exclude,
                                 std::move(identity)));
        REQUIRE(world.take_over() == 1);
    }

    officer::CaseFile read(officer::Session& session) {
        auto entries = session.inbox();
        REQUIRE(entries.ok());
        REQUIRE(entries->size() == 1);
        auto file = session.read(std::move(entries->front()), verify::Purpose::assess);
        REQUIRE(file.ok());
        return std::move(*file);
    }
    // By reader 1.
    void ask() {
        officer::Session session = world.session(1);
        const officer::CaseFile file = read(session);
        const auto asked = session.ask_name(file, 0, verify::Purpose::assess, "We must warn this person.");
        REQUIRE(asked.ok());
    }
    officer::NameRequest request(officer::Session& session) {
        auto requests = session.names();
        REQUIRE(requests.ok());
        REQUIRE(requests->size() == 1);
        return std::move(requests->front());
    }
    Code approve(std::uint8_t seed) {
        officer::Session session = world.session(seed);
        const auto agreed = session.approve_name(request(session));
        return agreed.ok() ? Code::malformed : agreed.error().code;
    }
    Result<officer::OpenedName> open(std::uint8_t seed = 1) {
        officer::Session session = world.session(seed);
        const officer::CaseFile file = read(session);
        return session.open_name(file, request(session));
    }
    // An approval written by hand: what a desk would not send.
    Bytes approval(std::uint8_t seed, const officer::NameRequest& asked, const verify::ShareWrapset& share) {
        const keys::MemberKeys keys = testing::member_keys(seed);
        verify::AuditLines lines =
            officer::leaf_lines(AuditEvent::unseal_approve, testing::deployment_id(), keys,
                                {0, verify::empty_root()}, verify::UnixTime{world.now}, world.random);
        lines.case_tag = asked.case_tag;
        lines.objects = {asked.object};
        lines.request = asked.leaf_hash;
        lines.to = asked.requester;
        lines.hash = verify::wrap_digest(share.wraps.front().blob);
        verify::BundleWriter out;
        out.add(RecordType::leaf, officer::sign_leaf(lines, keys));
        out.add(RecordType::wrapset, share.encode());
        return out.finish();
    }
    // A share that nobody gave to this custodian, sealed for reader 1 as a true one would be.
    verify::ShareWrapset false_share(const officer::NameRequest& asked, std::uint8_t index) {
        const SealKey to = testing::member_keys(1).seal().public_key();
        const std::vector<seal::Custodian> one{{index, to}};
        const seal::SplitKey made_up = seal::split(2, one, world.random);
        return {asked.env, {seal::wrap_share(asked.env, made_up.shares.front(), to, world.random).value()}};
    }
    service::Answer post(std::string_view path, ByteView body) {
        const service::Table<App> table(world.app(), kRoutes);
        service::Request request{service::Method::post, std::string(path)};
        return service::answer(table, std::move(request), body);
    }

    World world;
    Reporter reporter{testing::deployment_id(), world.random};
};

constexpr Code kAgreed = Code::malformed;  // of approve(): no refusal

TEST_CASE("a confided name is opened by who asked, once two custodians have agreed") {
    Office office;
    office.ask();
    officer::Session custodian = office.world.session(11);
    const officer::NameRequest seen = office.request(custodian);
    CHECK_FALSE(seen.fault.has_value());
    CHECK(seen.reason == "We must warn this person.");
    CHECK(seen.share.has_value());
    CHECK(custodian.approve_name(seen).ok());
    CHECK(office.approve(12) == kAgreed);
    const auto opened = office.open();
    REQUIRE(opened.ok());
    REQUIRE(opened->identity.has_value());
    CHECK(opened->identity->given->name == kName);
    CHECK(opened->liars.empty());
}

TEST_CASE("nothing is released before k custodians have agreed, and a reader's wraps hold no share") {
    Office office;
    office.ask();
    CHECK(office.open().error().code == Code::threshold);
    CHECK(office.approve(11) == kAgreed);
    CHECK(office.open().error().code == Code::threshold);
    officer::Session reader = office.world.session(2);
    CHECK_FALSE(office.request(reader).share.has_value());
    CHECK(reader.approve_name(office.request(reader)).error().code == Code::not_a_recipient);
}

TEST_CASE("a person counts once, under whatever key") {
    std::vector<Seat> of = seats();
    of.push_back({14, {Role::custodian}, verify::MemberState::active, 11});
    Office office(of);
    office.ask();
    CHECK(office.approve(11) == kAgreed);
    officer::Session reader = office.world.session(1);
    const officer::NameRequest asked = office.request(reader);
    const auto again =
        office.post("/api/names/approve", office.approval(14, asked, office.false_share(asked, 11)));
    REQUIRE(again.error().has_value());
    CHECK(again.error()->code == Code::duplicate);
    CHECK(office.open().error().code == Code::threshold);
}

TEST_CASE("who asks does not answer, though a custodian") {
    std::vector<Seat> of = seats();
    of[0].roles = {Role::clerk, Role::receives, Role::custodian};
    Office office(of);
    office.ask();
    CHECK(office.approve(1) == Code::forbidden);
    CHECK(office.approve(11) == kAgreed);
    CHECK(office.open().error().code == Code::threshold);
    CHECK(office.open(2).error().code == Code::forbidden);
}

TEST_CASE("the same approval sent again is one approval") {
    Office office;
    office.ask();
    officer::Session reader = office.world.session(1);
    const officer::NameRequest asked = office.request(reader);
    const Bytes approval = office.approval(11, asked, office.false_share(asked, 11));
    CHECK_FALSE(office.post("/api/names/approve", approval).error().has_value());
    CHECK_FALSE(office.post("/api/names/approve", approval).error().has_value());
    CHECK(office.request(reader).answers.size() == 1);
    CHECK(office.open().error().code == Code::threshold);
}

TEST_CASE("a custodian who hands on a false share is named, and another one's true share opens the name") {
    Office office;
    office.ask();
    officer::Session reader = office.world.session(1);
    const officer::NameRequest asked = office.request(reader);
    CHECK_FALSE(office.post("/api/names/approve", office.approval(11, asked, office.false_share(asked, 11)))
                    .error()
                    .has_value());
    CHECK(office.approve(12) == kAgreed);
    const auto first = office.open();
    REQUIRE(first.ok());
    CHECK_FALSE(first->identity.has_value());
    CHECK(first->liars == std::vector<std::string>{"procurement desk 11"});
    CHECK(office.approve(13) == kAgreed);
    const auto second = office.open();
    REQUIRE(second.ok());
    REQUIRE(second->identity.has_value());
    CHECK(second->identity->given->name == kName);
}

TEST_CASE("a refusal and its reason reach who asked, and count as no approval") {
    Office office;
    office.ask();
    officer::Session custodian = office.world.session(11);
    CHECK(custodian.refuse_name(office.request(custodian), "Ask through the mailbox first.").ok());
    CHECK(custodian.approve_name(office.request(custodian)).error().code == Code::duplicate);
    CHECK(office.approve(12) == kAgreed);
    CHECK(office.open().error().code == Code::threshold);
    officer::Session reader = office.world.session(1);
    const officer::NameRequest seen = office.request(reader);
    REQUIRE(seen.answers.size() == 2);
    CHECK_FALSE(seen.answers[0].agreed);
    CHECK(seen.answers[0].reason == "Ask through the mailbox first.");
    officer::Session colleague = office.world.session(2);
    CHECK(office.request(colleague).answers[0].reason.empty());
}

TEST_CASE("whoever stepped out of the case neither asks nor agrees, and an agreement given before is void") {
    Office office;
    office.ask();
    CHECK(office.approve(11) == kAgreed);
    CHECK(office.approve(12) == kAgreed);
    officer::Session reader = office.world.session(1);
    const auto entries = reader.inbox();
    officer::Session custodian = office.world.session(12);
    // A custodian's desk has no inbox; the leaf is the same.
    const keys::MemberKeys keys = testing::member_keys(12);
    verify::AuditLines out =
        officer::leaf_lines(AuditEvent::recuse, testing::deployment_id(), keys, {0, verify::empty_root()},
                            verify::UnixTime{office.world.now}, office.world.random);
    out.case_tag = entries->front().case_tag;
    verify::BundleWriter body;
    body.add(RecordType::leaf, officer::sign_leaf(out, keys));
    CHECK_FALSE(office.post("/api/act", body.finish()).error().has_value());
    CHECK(custodian.names()->empty());
    CHECK(office.open().error().code == Code::threshold);

    const officer::CaseFile file = office.read(reader);
    const officer::NameRequest asked = office.request(reader);
    REQUIRE(reader.recuse(entries->front()).ok());
    CHECK(reader.open_name(file, asked).error().code == Code::recused);
    CHECK(reader.ask_name(file, 0, verify::Purpose::assess, "Again.").error().code == Code::recused);
    CHECK(reader.names()->empty());
}

TEST_CASE("a custodian whom the reporter keeps out gets no share and no request") {
    Office office(seats(), true, {testing::person_id(13)});
    office.ask();
    officer::Session kept_out = office.world.session(13);
    CHECK(kept_out.names()->empty());
    officer::Session reader = office.world.session(1);
    const officer::NameRequest asked = office.request(reader);
    CHECK(office.post("/api/names/approve", office.approval(13, asked, office.false_share(asked, 13)))
              .error()
              ->code == Code::not_a_recipient);
}

TEST_CASE("a request is over after seven days") {
    Office office;
    office.ask();
    CHECK(office.approve(11) == kAgreed);
    office.world.now += 7 * 86'400 + 60;
    CHECK(office.approve(12) != kAgreed);
    CHECK(office.open().error().code == Code::expired);
}

TEST_CASE("whether a name was given shows in no size, no list and no refusal") {
    Office with(seats(), true);
    Office without(seats(), false);
    for (Office* office : {&with, &without}) {
        office->ask();
        CHECK(office->open().error().code == Code::threshold);
        CHECK(office->approve(11) == kAgreed);
        CHECK(office->approve(12) == kAgreed);
    }
    const auto shape = [](Office& office) {
        return office.world.app().cases->read([&](const vault::CaseLook& look) -> Result<std::string> {
            TRY(const auto records, look.records(office.reporter.case_id()));
            std::string out;
            for (const vault::CaseObject& object : records.front().objects)
                out += std::to_string(object.kind) + " " + std::to_string(object.core_len) + " " +
                       std::to_string(object.digests.size()) + "\n";
            TRY(const verify::AuditLines lines, [&]() -> Result<verify::AuditLines> {
                TRY(const auto requests, look.unseals_before(INT64_MAX, 1));
                TRY(const Bytes leaf, look.leaf(requests.front().leaf));
                out += std::to_string(requests.front().core.size()) + " " +
                       std::to_string(requests.front().wraps.size()) + "\n";
                TRY(const auto note, verify::UnverifiedNote::parse(leaf));
                return verify::AuditLines::parse(note.text());
            }());
            return out + std::string(verify::event_name(lines.event));
        });
    };
    CHECK(shape(with).value() == shape(without).value());
    const auto opened = without.open();
    REQUIRE(opened.ok());
    REQUIRE(opened->identity.has_value());
    CHECK_FALSE(opened->identity->given.has_value());
}

}  // namespace parapet::reviewer::names_test
