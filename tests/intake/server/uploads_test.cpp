#include "intake/server/routes.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/base/reader.h"
#include "intake/server/sweep_thread.h"
#include "tests/crypto/cast.h"
#include "tests/intake/world.h"
#include "vault/piece_reader.h"

namespace parapet::intake::uploads_test {

using namespace testing;
using Id = verify::UploadRef::Id;

constexpr std::uint64_t kBorder = 112 + 65'552;  // the end of the first chunk

struct Begun {
    EnvelopeId env;
    Id id;
    std::uint64_t durable = 0;
};

service::Answer begin(World& world, const seal::SealedSubmission& sealed) {
    return world.post("/api/upload/begin",
                      verify::BundleWriter().add(verify::RecordType::note, sealed.note()).finish());
}

std::vector<Begun> begun(World& world, const seal::SealedSubmission& sealed) {
    const service::Answer answer = begin(world, sealed);
    REQUIRE_FALSE(answer.error().has_value());
    std::vector<Begun> out;
    for (Reader in(answer.body()); !in.done();)
        out.push_back(
            {in.take_fixed<EnvelopeId>().value(), in.take_fixed<Id>().value(), in.take_u64().value()});
    return out;
}

service::Answer piece(World& world, const Id& id, std::uint64_t offset, ByteView octets) {
    Bytes body;
    put(body, id);
    put_u64(body, offset);
    put(body, octets);
    return world.post("/api/upload/piece", body);
}

std::uint64_t durable(const service::Answer& answer) {
    Reader in(answer.body());
    return in.take_u64().value();
}

service::Answer submit(World& world, const seal::SealedSubmission& sealed,
                       const std::vector<Begun>& uploads) {
    std::vector<Id> ids;
    for (const Begun& upload : uploads) ids.push_back(upload.id);
    return world.post("/api/submit", with_uploads(sealed, ids));
}

// A body that breaks off after some of its octets, as a connection does.
class Broken final : public service::ByteSource {
public:
    Broken(ByteView octets, std::uint64_t announced) : octets_(octets), announced_(announced) {}
    [[nodiscard]] std::uint64_t size() const override { return announced_; }
    [[nodiscard]] Result<ByteView> next() override {
        if (octets_.empty()) return Error{Code::truncated, "the connection broke"};
        return std::exchange(octets_, {});
    }

private:
    ByteView octets_;
    std::uint64_t announced_;
};

struct OneFile {
    World world;
    Reporter reporter{"anna"};
    seal::SealedSubmission sealed = reporter.seal(cast::roster(), {.files = {octets("large", 200'000)}});
    Bytes core = core_of(sealed.files()[0]);
};

TEST_CASE("begin names only what is too large for the submission, in note order, with nothing durable") {
    World world;
    Reporter reporter("anna");
    const auto sealed = reporter.seal(
        cast::roster(), {.files = {octets("a", 300'000), octets("b", 10), octets("c", 100'000)}});
    const auto uploads = begun(world, sealed);
    REQUIRE(uploads.size() == 2);
    CHECK(uploads[0].env == sealed.files()[0].env_id());
    CHECK(uploads[1].env == sealed.files()[2].env_id());
    CHECK(uploads[0].durable == 0);
}

TEST_CASE("a file sent in two pieces is accepted, and read back as it was") {
    OneFile f;
    const auto uploads = begun(f.world, f.sealed);
    CHECK(durable(piece(f.world, uploads[0].id, 0, ByteView(f.core).first(kBorder))) == kBorder);
    CHECK(durable(piece(f.world, uploads[0].id, kBorder, ByteView(f.core).subspan(kBorder))) ==
          f.core.size());
    REQUIRE(accepted(submit(f.world, f.sealed, uploads)));
    const auto held = f.world.app().drop->own(f.reporter.case_id(), 0).value();
    const auto file =
        vault::PieceReader::open(f.world.app().pieces, *held.objects[1].file, f.core.size()).value();
    Bytes back(f.core.size());
    REQUIRE(file.read(0, back).ok());
    CHECK(back == f.core);
}

TEST_CASE("begin again answers the same id and what is durable so far") {
    OneFile f;
    const auto first = begun(f.world, f.sealed);
    REQUIRE(durable(piece(f.world, first[0].id, 0, ByteView(f.core).first(kBorder))) == kBorder);
    const auto again = begun(f.world, f.sealed);
    CHECK(again[0].id == first[0].id);
    CHECK(again[0].durable == kBorder);
}

TEST_CASE("when a connection breaks inside a piece, the chunks that came whole are kept and no more") {
    OneFile f;
    const auto uploads = begun(f.world, f.sealed);
    Bytes body;
    put(body, uploads[0].id);
    put_u64(body, 0);
    put(body, ByteView(f.core).first(kBorder + 30'000));
    Broken broken(body, 24 + f.core.size());
    service::Request request;
    request.method = service::Method::post;
    request.path = "/api/upload/piece";
    CHECK(refused(service::answer(f.world.table(), request, broken)) == Code::truncated);
    const auto again = begun(f.world, f.sealed);
    REQUIRE(again[0].durable == kBorder);
    REQUIRE(durable(piece(f.world, again[0].id, kBorder, ByteView(f.core).subspan(kBorder))) ==
            f.core.size());
    CHECK(accepted(submit(f.world, f.sealed, again)));
}

TEST_CASE("a piece that does not begin where the last one ended is out of order and changes nothing") {
    OneFile f;
    const auto uploads = begun(f.world, f.sealed);
    CHECK(refused(piece(f.world, uploads[0].id, kBorder, ByteView(f.core).subspan(kBorder))) ==
          Code::out_of_order);
    REQUIRE(durable(piece(f.world, uploads[0].id, 0, ByteView(f.core).first(kBorder))) == kBorder);
    CHECK(refused(piece(f.world, uploads[0].id, 0, ByteView(f.core).first(kBorder))) == Code::out_of_order);
    CHECK(begun(f.world, f.sealed)[0].durable == kBorder);
}

TEST_CASE("of a piece that ends inside a chunk only the whole chunks count") {
    OneFile f;
    const auto uploads = begun(f.world, f.sealed);
    CHECK(durable(piece(f.world, uploads[0].id, 0, ByteView(f.core).first(kBorder + 1))) == kBorder);
}

TEST_CASE("octets past the announced end are refused") {
    OneFile f;
    const auto uploads = begun(f.world, f.sealed);
    Bytes longer = f.core;
    longer.push_back(0);
    CHECK(refused(piece(f.world, uploads[0].id, 0, longer)) == Code::too_large);
}

TEST_CASE("a submission before all octets are there is incomplete and stores nothing") {
    OneFile f;
    const auto uploads = begun(f.world, f.sealed);
    CHECK(refused(submit(f.world, f.sealed, uploads)) == Code::incomplete);
    REQUIRE(durable(piece(f.world, uploads[0].id, 0, ByteView(f.core).first(kBorder))) == kBorder);
    CHECK(refused(submit(f.world, f.sealed, uploads)) == Code::incomplete);
    CHECK_FALSE(f.world.app().drop->holds(f.reporter.case_id()).value());
}

TEST_CASE("chunks in another order are refused by their hash when the submission names them") {
    OneFile f;
    const auto uploads = begun(f.world, f.sealed);
    Bytes swapped = f.core;
    std::swap_ranges(swapped.begin() + 112, swapped.begin() + 112 + 65'552, swapped.begin() + kBorder);
    REQUIRE(durable(piece(f.world, uploads[0].id, 0, swapped)) == f.core.size());
    CHECK(refused(submit(f.world, f.sealed, uploads)) == Code::core_hash);
    CHECK_FALSE(f.world.app().drop->holds(f.reporter.case_id()).value());
}

TEST_CASE("one file's upload does not stand for another's") {
    World world;
    Reporter reporter("anna");
    const auto sealed =
        reporter.seal(cast::roster(), {.files = {octets("a", 100'000), octets("b", 100'000)}});
    auto uploads = begun(world, sealed);
    for (std::size_t i = 0; i < 2; ++i) {
        const Bytes core = core_of(sealed.files()[i]);
        REQUIRE(durable(piece(world, uploads[i].id, 0, core)) == core.size());
    }
    std::swap(uploads[0].id, uploads[1].id);
    CHECK(refused(submit(world, sealed, uploads)) == Code::core_hash);
}

TEST_CASE("a submission whose answer was lost is sent again without sending its files again") {
    OneFile f;
    const auto uploads = begun(f.world, f.sealed);
    REQUIRE(durable(piece(f.world, uploads[0].id, 0, f.core)) == f.core.size());
    REQUIRE(accepted(submit(f.world, f.sealed, uploads)));
    const auto again = begun(f.world, f.sealed);
    CHECK(again[0].durable == f.core.size());
    CHECK(accepted(submit(f.world, f.sealed, again)));
    CHECK(accepted(submit(f.world, f.sealed, uploads)));
    CHECK(refused(piece(f.world, again[0].id, f.core.size(), {})) == Code::not_found);
}

TEST_CASE("a piece of an upload that was never begun is not found") {
    OneFile f;
    CHECK(refused(piece(f.world, Id{}, 0, f.core)) == Code::not_found);
}

TEST_CASE("a piece without its head is truncated") {
    OneFile f;
    for (const std::size_t size : {0UL, 16UL, 23UL})
        CHECK(refused(f.world.post("/api/upload/piece", Bytes(size))) == Code::truncated);
}

TEST_CASE("uploads are begun only with a note that its reporter signed") {
    OneFile f;
    Bytes note = f.sealed.note();
    note[note.size() - 10] = note[note.size() - 10] == 'A' ? 'B' : 'A';
    const Bytes body = verify::BundleWriter().add(verify::RecordType::note, note).finish();
    CHECK(refused(f.world.post("/api/upload/begin", body)) == Code::bad_signature);
}

TEST_CASE("unfinished uploads hold no more than is reserved for them") {
    World world({.reserve_octets = 100'000});
    Reporter reporter("anna");
    const auto sealed = reporter.seal(cast::roster(), {.files = {octets("large", 200'000)}});
    CHECK(refused(begin(world, sealed)) == Code::busy);
}

TEST_CASE("an upload that nobody finished is gone after a day, with its file") {
    OneFile f;
    const auto uploads = begun(f.world, f.sealed);
    REQUIRE(durable(piece(f.world, uploads[0].id, 0, f.core)) == f.core.size());
    f.world.pass(std::chrono::hours(23));
    CHECK(delete_orphans(f.world.app()).value() == 0);
    f.world.pass(std::chrono::hours(2));
    CHECK(delete_orphans(f.world.app()).value() == 1);
    CHECK(refused(submit(f.world, f.sealed, uploads)) == Code::incomplete);
    CHECK(begun(f.world, f.sealed)[0].durable == 0);
}

TEST_CASE("a file that a submission names is not taken for an orphan") {
    OneFile f;
    const auto uploads = begun(f.world, f.sealed);
    REQUIRE(durable(piece(f.world, uploads[0].id, 0, f.core)) == f.core.size());
    REQUIRE(accepted(submit(f.world, f.sealed, uploads)));
    f.world.pass(std::chrono::hours(24 * 400));
    CHECK(delete_orphans(f.world.app()).value() == 0);
    CHECK(begun(f.world, f.sealed)[0].durable == f.core.size());
}

}  // namespace parapet::intake::uploads_test
