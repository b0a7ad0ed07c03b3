#include "crypto/verify/wrapset.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::wrapset_test {

template <class Set>
Result<Json> written_again(const Bytes& raw) {
    TRY(const Set wraps, Set::parse(raw));
    CHECK(wraps.encode() == raw);
    const auto digests = verify::digests_of(wraps);
    return Json{{"digests", hex(digests.encode())}, {"wraps_hash", hex(digests.wraps_hash())}};
}

Result<Json> run(const Json& in) {
    if (in.contains("digests")) {
        const Bytes raw = bytes_of(in, "digests");
        TRY(const auto digests, verify::Digests::parse(raw));
        CHECK(digests.encode() == raw);
        return Json{{"wraps_hash", hex(digests.wraps_hash())}};
    }
    if (in.contains("shares")) return written_again<verify::ShareWrapset>(bytes_of(in, "shares"));
    return written_again<verify::Wrapset>(bytes_of(in, "wrapset"));
}

TEST_CASE("wrapsets and digests are what the vectors say, and are written as they were read") {
    run_group("wrapset", run);
}

}  // namespace parapet::vectors::wrapset_test
