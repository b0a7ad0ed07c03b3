#include "crypto/verify/core_hash.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::core_test {

Result<Json> run(const Json& in) {
    Bytes core = bytes_of(in, "header");
    const Bytes chunks = bytes_of(in, "chunks");
    put(core, chunks);
    TRY(const Hash hash, verify::core_hash(core));
    return Json{{"chunks", (chunks.size() + verify::kSealedPieceSize - 1) / verify::kSealedPieceSize},
                {"core_hash", hex(hash)}};
}

TEST_CASE("core hashes are what the vectors say") { run_group("core", run); }

}  // namespace parapet::vectors::core_test
