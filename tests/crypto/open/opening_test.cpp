// What the vectors do not show of opening: sources that change, and whose key a message asks for.
#include "crypto/open/message.h"
#include "crypto/seal/envelope.h"
#include "crypto/seal/wrap.h"
#include "crypto/verify/core_hash.h"
#include "tests/crypto/cast.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::open::opening_test {

const bool kReady = init_crypto().ok();

constexpr std::size_t kThreePieces = 140'001;

struct Attachment {
    SystemRandom random;
    Bytes content = filled();
    MemorySource file{content};
    seal::Sealer sealer = seal::Sealer::begin({.kind = verify::Kind::attachment,
                                               .deployment = cast::deployment(),
                                               .case_id = cast::case_id(),
                                               .part = 2,
                                               .roster_hash = cast::roster().hash()},
                                              file, keys::Dek::random(random))
                              .value();
    Bytes core = whole();
    Hash hash = verify::core_hash(core).value();

    Bytes filled() {
        Bytes out(kThreePieces);
        random.fill(out);
        return out;
    }
    [[nodiscard]] Bytes whole() const {
        Bytes out = sealer.header().encode();
        for (std::uint64_t i = 0; i < sealer.chunks(); ++i) put(out, sealer.chunk(i).value());
        return out;
    }
};

// A file that somebody writes to, or cuts, once it has been verified.
class ChangingCore final : public Source {
public:
    explicit ChangingCore(Bytes bytes) : bytes_(std::move(bytes)) {}
    [[nodiscard]] std::uint64_t size() const override { return bytes_.size(); }
    [[nodiscard]] Status read(std::uint64_t offset, MutableBytes out) const override {
        return MemorySource(bytes_).read(offset, out);
    }
    void flip(std::size_t at) { bytes_[at] ^= 1; }
    void cut(std::size_t size) { bytes_.resize(size); }

private:
    Bytes bytes_;
};

TEST_CASE("a file gives its octets piece by piece, in any order, and nothing of its padding") {
    REQUIRE(kReady);
    const Attachment sent;
    const MemorySource source(sent.core);
    const auto opener = StreamedOpener::verify(source, sent.hash, sent.sealer.dek()).value();
    CHECK(opener.content_size() == kThreePieces);
    REQUIRE(opener.pieces() == 3);
    const Bytes last_first[] = {[&] {
                                    const auto p = opener.piece(2).value();
                                    return Bytes(p.reveal().begin(), p.reveal().end());
                                }(),
                                [&] {
                                    const auto p = opener.piece(1).value();
                                    return Bytes(p.reveal().begin(), p.reveal().end());
                                }(),
                                [&] {
                                    const auto p = opener.piece(0).value();
                                    return Bytes(p.reveal().begin(), p.reveal().end());
                                }()};
    Bytes joined = last_first[2];
    put(joined, last_first[1]);
    put(joined, last_first[0]);
    CHECK(joined == sent.content);
}

TEST_CASE("a file that changes after it was verified is refused at the piece that changed") {
    const Attachment sent;
    ChangingCore source(sent.core);
    const auto opener = StreamedOpener::verify(source, sent.hash, sent.sealer.dek()).value();
    source.flip(verify::kHeaderSize + verify::kSealedPieceSize + 5);
    CHECK(opener.piece(0).ok());
    CHECK(opener.piece(1).error().code == Code::decrypt);
    CHECK(opener.piece(2).ok());
}

TEST_CASE("a file that becomes shorter after it was verified gives an error and no fewer octets") {
    const Attachment sent;
    ChangingCore source(sent.core);
    const auto opener = StreamedOpener::verify(source, sent.hash, sent.sealer.dek()).value();
    source.cut(sent.core.size() - 1);
    CHECK(opener.piece(2).error().code == Code::io);
}

TEST_CASE("one octet changed anywhere in a core is refused, whole or streamed") {
    const Attachment sent;
    for (std::size_t at = 0; at < sent.core.size(); at += at < 200 ? 1 : 5'003) {
        INFO(at);
        Bytes changed = sent.core;
        changed[at] ^= 1;
        const MemorySource source(changed);
        CHECK_FALSE(open_core(changed, sent.sealer.dek()).ok());
        CHECK_FALSE(StreamedOpener::verify(source, sent.hash, sent.sealer.dek()).ok());
    }
}

TEST_CASE("a core cut anywhere is refused") {
    const Attachment sent;
    for (std::size_t size = 0; size < sent.core.size(); size += size < 200 ? 1 : 5'003) {
        INFO(size);
        CHECK_FALSE(open_core(ByteView(sent.core).first(size), sent.sealer.dek()).ok());
    }
}

TEST_CASE("what the office wrote is not read as a reporter's, nor the other way round") {
    SystemRandom random;
    const verify::Roster roster = cast::roster();
    const seal::HeaderFields by_reporter{
        .deployment = cast::deployment(), .case_id = cast::case_id(), .roster_hash = roster.hash()};
    seal::HeaderFields by_office = by_reporter;
    by_office.kind = verify::Kind::reply;
    by_office.author = verify::Author::reviewer;
    const auto clerk = cast::member_keys("clerk");
    const auto report =
        seal::seal_message(by_reporter, Plaintext::copy(view("{}")), cast::reporter_key(), random).value();
    const auto reply =
        seal::seal_message(by_office, Plaintext::copy(view("{}")), clerk.sign_key, random).value();
    const Office office{{&roster, 1}};
    CHECK(open_reporter_message(report.core, report.dek).ok());
    CHECK(open_office_message(reply.core, reply.dek, office).value().member->sign_key ==
          clerk.sign_key.public_key());
    CHECK(open_office_message(report.core, report.dek, office).error().code == Code::wrong_author);
    CHECK(open_reporter_message(reply.core, reply.dek).error().code == Code::wrong_author);
}

TEST_CASE("wraps of one key for one reader are different each time and give the same key") {
    SystemRandom random;
    const auto mine = keys::SealKeyPair::from_seed(keys::SealSeed::random(random));
    const std::vector<SealKey> readers{mine.public_key()};
    const keys::Dek dek = keys::Dek::random(random);
    verify::EnvelopeHeader header = cast::header(verify::Kind::report, 0, 0);
    header.com = keys::commitment(dek);
    const auto one = seal::wrap(header.env_id(), dek, readers, random).value();
    const auto two = seal::wrap(header.env_id(), dek, readers, random).value();
    CHECK(one.wraps.front().blob != two.wraps.front().blob);
    CHECK(unwrap(header, one, mine).value() == dek);
    CHECK(unwrap(header, two, mine).value() == dek);
}

TEST_CASE("nobody or more than sixty-four to wrap for is refused") {
    SystemRandom random;
    const keys::Dek dek = keys::Dek::random(random);
    const auto env = random.fixed<EnvelopeId>();
    CHECK(seal::wrap(env, dek, {}, random).error().code == Code::malformed);
    std::vector<SealKey> readers;
    for (int i = 0; i < 65; ++i)
        readers.push_back(keys::SealKeyPair::from_seed(keys::SealSeed::random(random)).public_key());
    CHECK(seal::wrap(env, dek, readers, random).error().code == Code::malformed);
    readers.pop_back();
    CHECK(seal::wrap(env, dek, readers, random).value().wraps.size() == 64);
}

}  // namespace parapet::open::opening_test
