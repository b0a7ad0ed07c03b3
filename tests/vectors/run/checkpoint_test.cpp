#include "crypto/verify/checkpoint.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::checkpoint_test {

Result<Json> run(const Json& in) {
    TRY(const auto log, verify::VerifierKey::parse(in.at("log").get<std::string>()));
    TRY(const auto checkpoint, verify::Checkpoint::verify(bytes_of(in, "note"), log));
    if (in.contains("inclusion")) {
        TRY(const auto proof, verify::InclusionProof::parse(bytes_of(in, "inclusion")));
        TRY_(checkpoint.check_included(bytes_of(in, "leaf"), proof));
    }
    if (in.contains("consistency")) {
        TRY(const auto proof, verify::ConsistencyProof::parse(bytes_of(in, "consistency")));
        const Json& seen = in.at("seen");
        TRY_(checkpoint.check_extends(seen.at("size"), fixed_of<Hash>(seen, "root"), proof));
    }
    return Json{{"size", checkpoint.size()}, {"root", hex(checkpoint.root())}};
}

TEST_CASE("checkpoints are what the vectors say") { run_group("checkpoint", run); }

}  // namespace parapet::vectors::checkpoint_test
