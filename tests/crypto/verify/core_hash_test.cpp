#include "crypto/verify/core_hash.h"

#include "tests/crypto/cast.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace parapet::verify::core_hash_test {

Bytes some_core(std::size_t chunk_bytes) {
    Bytes out = cast::header(Kind::attachment, 0, 2).encode();
    Bytes chunks(chunk_bytes);
    cast::FixedRandom("chunks").fill(chunks);
    put(out, chunks);
    return out;
}

TEST_CASE("a core has one hash, in whatever pieces it arrives") {
    const Bytes core = some_core(2 * kSealedPieceSize + 100);
    const Hash whole = core_hash(core).value();
    for (const std::size_t piece :
         {1UL, 111UL, 112UL, 113UL, 4096UL, 65'551UL, 65'552UL, 65'553UL, 65'664UL}) {
        INFO(piece);
        CoreHasher hasher;
        for (std::size_t at = 0; at < core.size(); at += piece)
            hasher.update(ByteView(core).subspan(at, std::min(piece, core.size() - at)));
        CHECK(hasher.finish().value() == whole);
    }
}

TEST_CASE("kept chunk hashes give the hash of the core") {
    const Bytes core = some_core(kSealedPieceSize + 100);
    const ByteView chunks = ByteView(core).subspan(kHeaderSize);
    const std::vector<Hash> kept{sha256(chunks.first(kSealedPieceSize)),
                                 sha256(chunks.subspan(kSealedPieceSize))};
    CHECK(core_hash_of(HeaderBytes(ByteView(core).first<kHeaderSize>()), kept) == core_hash(core).value());
}

TEST_CASE("swapped chunks, a moved border and a changed header have other hashes") {
    const Bytes core = some_core(2 * kSealedPieceSize);
    const Hash whole = core_hash(core).value();
    Bytes swapped(core);
    std::rotate(swapped.begin() + kHeaderSize, swapped.begin() + kHeaderSize + kSealedPieceSize,
                swapped.end());
    CHECK(core_hash(swapped).value() != whole);
    CHECK(core_hash(ByteView(core).first(core.size() - 1)).value() != whole);
    Bytes header(core);
    header[100] ^= 1;
    CHECK(core_hash(header).value() != whole);
}

TEST_CASE("a header alone has no core hash") {
    CHECK(core_hash(ByteView(some_core(1)).first(kHeaderSize)).error().code == Code::truncated);
    CHECK(core_hash({}).error().code == Code::truncated);
}

}  // namespace parapet::verify::core_hash_test
