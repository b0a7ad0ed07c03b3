#include "crypto/verify/lengths.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::verify::lengths_test {

TEST_CASE("Padmé never adds more than 12 % and never shortens") {
    for (std::uint64_t n = 2; n < 200'000; n += 7) {
        const std::uint64_t p = padme(n);
        INFO(n);
        CHECK(p >= n);
        CHECK(static_cast<double>(p) <= 1.12 * static_cast<double>(n) + 1);
        CHECK(padme(p) == p);
    }
}

TEST_CASE("a core length is possible exactly when some content gives it") {
    for (const Kind kind : {Kind::report, Kind::reply, Kind::attachment}) {
        std::uint64_t n = 8;
        std::uint64_t padded = padlen(kind, n).value();
        for (std::uint64_t len = core_length(padded) - 20; len < core_length(150'000); ++len) {
            while (core_length(padded) < len && padlen(kind, n + 1).ok()) padded = padlen(kind, ++n).value();
            const auto got = padded_length(kind, len);
            const bool possible = core_length(padded) == len;
            if (got.ok() != possible || (got.ok() && *got != padded)) FAIL(len);
        }
    }
    SUCCEED();
}

TEST_CASE("an object of one length has one length") {
    CHECK(padlen(Kind::reply, 8).value() == 16'384);
    CHECK(padlen(Kind::identity, 16'384).value() == 16'384);
    CHECK(padlen(Kind::reply, 16'385).error().code == Code::too_large);
    CHECK(max_padded(Kind::identity) == 16'384);
}

TEST_CASE("the largest file has a length and one byte more has none") {
    const std::uint64_t largest = padlen(Kind::attachment, kMaxFile + 8).value();
    CHECK(padded_length(Kind::attachment, core_length(largest)).value() == largest);
    CHECK(padlen(Kind::attachment, kMaxFile + 9).error().code == Code::too_large);
    CHECK(padded_length(Kind::attachment, core_length(padme(largest + 1))).error().code == Code::bad_length);
}

}  // namespace parapet::verify::lengths_test
