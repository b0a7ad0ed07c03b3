// core: {header, chunks: hex or {repeat, times}} -> {chunks: n, core_hash}. Chunks are not encrypted here:
// the hash does not care.
#include "crypto/verify/core_hash.h"

#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_core {

void write_core(VectorFolder& out) {
    const Bytes header = cast::header(verify::Kind::attachment, 0, 2).encode();
    const auto good = [&](const char* fact, const char* about, std::uint64_t n) {
        const Bytes pattern{0xA5};
        Bytes core = header;
        core.resize(core.size() + n, pattern[0]);
        out.ok(fact, about, {{"header", hex(header)}, {"chunks", repeated(pattern, n)}},
               {{"chunks", (n + verify::kSealedPieceSize - 1) / verify::kSealedPieceSize},
                {"core_hash", hex(verify::core_hash(core).value())}});
    };
    good("one-byte", "The shortest thing that has a hash.", 1);
    good("one-full-chunk", "65 552 bytes.", verify::kSealedPieceSize);
    good("one-byte-over-a-chunk", "Two chunks, the second of one byte.", verify::kSealedPieceSize + 1);
    good("three-chunks", "Three chunks, the last one full.", 3 * verify::kSealedPieceSize);
    out.refused("no-chunk", "A header alone.", {{"header", hex(header)}, {"chunks", ""}}, Code::truncated);
    out.refused("header-one-byte-short", "111 bytes and nothing else.",
                {{"header", hex(ByteView(header).first(111))}, {"chunks", ""}}, Code::truncated);
}

const Registered kRegistered{"core", write_core};

}  // namespace parapet::vectors::group_core
