#include "crypto/verify/proof.h"

#include "crypto/verify/merkle.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::proof_test {

Result<Json> run(const Json& in) {
    if (in.contains("inclusion")) {
        const Bytes raw = bytes_of(in, "inclusion");
        TRY(const auto proof, verify::InclusionProof::parse(raw));
        CHECK(proof.encode() == raw);
        TRY_(proof.verify(verify::leaf_hash(bytes_of(in, "leaf")), fixed_of<Hash>(in, "root")));
        return Json{{"index", proof.index}, {"size", proof.size}};
    }
    const Bytes raw = bytes_of(in, "consistency");
    TRY(const auto proof, verify::ConsistencyProof::parse(raw));
    CHECK(proof.encode() == raw);
    TRY_(proof.verify(fixed_of<Hash>(in, "old_root"), fixed_of<Hash>(in, "new_root")));
    return Json{{"old", proof.old_size}, {"new", proof.new_size}};
}

TEST_CASE("proofs hold or fail as the vectors say, and are written as they were read") {
    run_group("proof", run);
}

}  // namespace parapet::vectors::proof_test
