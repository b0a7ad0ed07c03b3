#include "crypto/verify/vkey.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::vkey_test {

Result<Json> run(const Json& in) {
    const std::string vkey = in.at("vkey");
    TRY(const auto key, verify::VerifierKey::parse(vkey));
    CHECK(key.print() == vkey);
    return Json{{"name", key.name}, {"key", hex(key.key)}, {"id", hex(key.id())}};
}

TEST_CASE("verifier keys are what the vectors say, and are printed as they were read") {
    run_group("vkey", run);
}

}  // namespace parapet::vectors::vkey_test
