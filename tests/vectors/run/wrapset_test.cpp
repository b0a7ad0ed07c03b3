#include "crypto/verify/wrapset.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::wrapset_test {

Result<Json> run(const Json& in) {
    if (in.contains("digests")) {
        const Bytes raw = bytes_of(in, "digests");
        TRY(const auto digests, verify::Digests::parse(raw));
        CHECK(digests.encode() == raw);
        return Json{{"wraps_hash", hex(digests.wraps_hash())}};
    }
    const Bytes raw = bytes_of(in, "wrapset");
    TRY(const auto wraps, verify::Wrapset::parse(raw));
    CHECK(wraps.encode() == raw);
    const auto digests = verify::digests_of(wraps);
    return Json{{"digests", hex(digests.encode())}, {"wraps_hash", hex(digests.wraps_hash())}};
}

TEST_CASE("wrapsets and digests are what the vectors say, and are written as they were read") {
    run_group("wrapset", run);
}

}  // namespace parapet::vectors::wrapset_test
