#include "intake/server/mailbox_page.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/sign/sign_note.h"
#include "crypto/verify/mailbox_page.h"
#include "tests/crypto/cast.h"
#include "tests/intake/world.h"

namespace parapet::intake::mailbox_test {

using namespace testing;
using verify::Op;
using verify::RecordType;

// As the reviewer service writes one: of the right lengths, opened by nobody here.
vault::Reply stored_reply(const Reporter& reporter, std::uint32_t seq) {
    verify::EnvelopeHeader header = cast::header(verify::Kind::reply, seq, 0);
    header.case_id = reporter.case_id();
    const EnvelopeId env = header.env_id();
    const verify::Wrapset wraps{
        env, {{reporter.keys().box().rid(), cast::fixed<verify::WrapBlob>("blob" + std::to_string(seq))}}};
    return {reporter.case_id(),
            seq,
            env,
            vault::Day{std::chrono::days(20'000)},
            cast::core(header, 100),
            Bytes(wraps.wraps[0].blob.view().begin(), wraps.wraps[0].blob.view().end()),
            verify::digests_of(wraps).encode()};
}

struct Held {
    World world;
    Reporter reporter{"anna"};
    seal::SealedSubmission sealed = reporter.seal(cast::roster());
    Held() { REQUIRE(accepted(world.post("/api/submit", sealed.bundle().value()))); }

    service::Answer view(std::uint32_t page) {
        return world.ask(reporter, "/api/mailbox", Op::view, number(page));
    }
};

verify::MailboxPage page_in(const service::Answer& answer) {
    auto page = verify::MailboxPage::parse(answer.body());
    REQUIRE(page.ok());
    return *page;
}

TEST_CASE("an unknown code, an empty mailbox and a full one are answered in the same size") {
    Held f;
    const service::Answer empty = f.view(0);
    for (std::uint32_t seq = 0; seq < 4; ++seq)
        REQUIRE(f.world.office().put_reply(stored_reply(f.reporter, seq)).ok());
    const service::Answer full = f.view(0);
    const Reporter stranger("bert");
    const service::Answer unknown = f.world.ask(stranger, "/api/mailbox", Op::view, number(0));
    CHECK(empty.size() == verify::kMailboxPageSize);
    CHECK(full.size() == empty.size());
    CHECK(unknown.size() == empty.size());
    CHECK(unknown.content_type() == full.content_type());
}

TEST_CASE("the holder of the code learns whether anything is held") {
    Held f;
    const verify::MailboxPage held = page_in(f.view(0));
    CHECK(held.held);
    CHECK(held.next_seq == 1);
    CHECK(held.slots.empty());
    const Reporter stranger("bert");
    CHECK_FALSE(page_in(f.world.ask(stranger, "/api/mailbox", Op::view, number(0))).held);
}

TEST_CASE("what is not used of a page is random") {
    Held f;
    const service::Answer one = f.view(0);
    const service::Answer two = f.view(0);
    CHECK(text(one.body().subspan(16)) != text(two.body().subspan(16)));
}

TEST_CASE("replies come in the order of their numbers, four to a page") {
    Held f;
    for (std::uint32_t seq = 0; seq < 5; ++seq)
        REQUIRE(f.world.office().put_reply(stored_reply(f.reporter, seq)).ok());
    const verify::MailboxPage first = page_in(f.view(0));
    CHECK(first.pages == 2);
    REQUIRE(first.slots.size() == 4);
    for (std::uint32_t seq = 0; seq < 4; ++seq)
        CHECK(first.slots[seq].core == stored_reply(f.reporter, seq).core);
    const verify::MailboxPage second = page_in(f.view(1));
    REQUIRE(second.slots.size() == 1);
    CHECK(second.slots[0].core == stored_reply(f.reporter, 4).core);
}

TEST_CASE("a page number of another size is refused") {
    Held f;
    CHECK(refused(f.world.ask(f.reporter, "/api/mailbox", Op::view, Bytes(3))) == Code::truncated);
    CHECK(refused(f.world.ask(f.reporter, "/api/mailbox", Op::view, Bytes(5))) == Code::trailing_bytes);
    CHECK(refused(f.view(65'536)) == Code::malformed);
}

// One request whose note is spoiled before it is signed.
template <class Spoil>
std::optional<Code> asked_with(Held& f, Spoil&& spoil) {
    verify::AuthLines lines = f.reporter.auth(Op::view, f.world.challenge(), number(0));
    spoil(lines);
    return refused(f.world.post("/api/mailbox", f.reporter.signed_request(lines, number(0))));
}

TEST_CASE("a challenge that was used is refused the second time") {
    Held f;
    const Bytes body =
        f.reporter.signed_request(f.reporter.auth(Op::view, f.world.challenge(), number(0)), number(0));
    REQUIRE_FALSE(f.world.post("/api/mailbox", body).error().has_value());
    CHECK(refused(f.world.post("/api/mailbox", body)) == Code::challenge_used);
}

TEST_CASE("a challenge is good for five minutes") {
    Held f;
    CHECK_FALSE(asked_with(f, [&](auto&) { f.world.pass(std::chrono::seconds(299)); }).has_value());
    CHECK(asked_with(f, [&](auto&) { f.world.pass(std::chrono::seconds(301)); }) == Code::challenge_expired);
}

TEST_CASE("a challenge that another server issued is refused") {
    Held f;
    World other;
    CHECK(asked_with(f, [&](auto& lines) { lines.challenge = other.challenge(); }) == Code::bad_challenge);
}

TEST_CASE("a note for another origin is refused") {
    Held f;
    CHECK(asked_with(f, [](auto& lines) { lines.origin = "https://elsewhere.example"; }) ==
          Code::wrong_origin);
}

TEST_CASE("a note for another deployment is refused") {
    Held f;
    CHECK(asked_with(f, [](auto& lines) { lines.deployment.bytes[0] ^= 1; }) == Code::wrong_deployment);
}

TEST_CASE("a note for another op is refused") {
    Held f;
    CHECK(asked_with(f, [](auto& lines) { lines.op = Op::burn; }) == Code::wrong_type);
}

TEST_CASE("a note about a case that is not its signer's is refused") {
    Held f;
    const Reporter other("bert");
    CHECK(asked_with(f, [&](auto& lines) { lines.subject = verify::Subject::copy(other.case_id().bytes); }) ==
          Code::wrong_case);
}

TEST_CASE("a note over another body is refused") {
    Held f;
    CHECK(asked_with(f, [](auto& lines) { lines.body = sha256(number(1)); }) == Code::body_hash);
}

TEST_CASE("a note signed by another key is refused") {
    Held f;
    const Reporter other("bert");
    const auto lines = f.reporter.auth(Op::view, f.world.challenge(), number(0));
    const Bytes note = sign::sign_note(lines.print(), to_hex(f.reporter.case_id()), other.keys().signing());
    const Bytes body =
        verify::BundleWriter().add(RecordType::note, note).add(RecordType::body, number(0)).finish();
    CHECK(refused(f.world.post("/api/mailbox", body)) == Code::unknown_signer);
}

TEST_CASE("the reporter gets the own report back, with the own wrap and no other") {
    Held f;
    const service::Answer answer = f.world.ask(f.reporter, "/api/own", Op::own, number(0));
    const auto records = verify::parse_bundle(answer.body()).value();
    verify::RecordCursor in(records);
    CHECK(text(in.take(RecordType::note).value()) == text(f.sealed.note()));
    CHECK(text(in.take(RecordType::core).value()) == text(f.sealed.message().core));
    const auto wraps = verify::Wrapset::parse(in.take(RecordType::wrapset).value()).value();
    CHECK(wraps == *f.sealed.wraps().only(f.reporter.keys().box().rid()));
    CHECK(verify::Digests::parse(in.take(RecordType::digests).value()).value() ==
          verify::digests_of(f.sealed.wraps()));
    CHECK(text(in.take(RecordType::day).value()) == "2026-11-23");
    CHECK(in.finish().ok());
}

TEST_CASE("what was never sent is not found") {
    Held f;
    CHECK(refused(f.world.ask(f.reporter, "/api/own", Op::own, number(1))) == Code::not_found);
    const Reporter stranger("bert");
    CHECK(refused(f.world.ask(stranger, "/api/own", Op::own, number(0))) == Code::not_found);
}

TEST_CASE("a report of more than one chunk comes back whole") {
    World world;
    Reporter reporter("anna");
    const auto sealed = reporter.seal(cast::roster(), {.text = std::string(100'000, 'a')});
    const Bytes begin = verify::BundleWriter().add(RecordType::note, sealed.note()).finish();
    const service::Answer begun = world.post("/api/upload/begin", begin);
    REQUIRE(begun.body().size() == 56);
    Bytes piece(begun.body().begin() + 32, begun.body().begin() + 48);
    put_u64(piece, 0);
    put(piece, sealed.message().core);
    REQUIRE_FALSE(world.post("/api/upload/piece", piece).error().has_value());
    const auto id = verify::UploadRef::Id::from(begun.body().subspan(32, 16)).value();
    const Bytes bundle = with_uploads(sealed, {id});
    REQUIRE(accepted(world.post("/api/submit", bundle)));
    CHECK(accepted(world.post("/api/submit", bundle)));
    const service::Answer answer = world.ask(reporter, "/api/own", Op::own, number(0));
    const auto records = verify::parse_bundle(answer.body()).value();
    CHECK(text(records[1].bytes) == text(sealed.message().core));
}

TEST_CASE(
    "after the reporter took the access away, the own report is not found and the members' wraps stay") {
    Held f;
    CHECK(text(f.world.ask(f.reporter, "/api/burn", Op::burn, {}).body()) == R"({"done":true})");
    CHECK(refused(f.world.ask(f.reporter, "/api/own", Op::own, number(0))) == Code::not_found);
    CHECK(f.world.app().drop->waiting(10)->size() == 1);
}

TEST_CASE("taking away the access to nothing is answered like the real thing") {
    World world;
    CHECK(text(world.ask(Reporter("anna"), "/api/burn", Op::burn, {}).body()) == R"({"done":true})");
}

}  // namespace parapet::intake::mailbox_test
