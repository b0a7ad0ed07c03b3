#include "crypto/verify/lengths.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::lengths_test {

Result<Json> run(const Json& in) {
    if (in.contains("padme")) return Json{{"padme", verify::padme(in.at("padme"))}};
    const auto kind = static_cast<verify::Kind>(in.at("kind").get<int>());
    if (in.contains("n")) {
        TRY(const std::uint64_t padded, verify::padlen(kind, in.at("n")));
        return Json{{"padded", padded}, {"core", verify::core_length(padded)}};
    }
    TRY(const std::uint64_t padded, verify::padded_length(kind, in.at("core_len")));
    return Json{{"padded", padded}};
}

TEST_CASE("lengths are what the vectors say") { run_group("lengths", run); }

}  // namespace parapet::vectors::lengths_test
