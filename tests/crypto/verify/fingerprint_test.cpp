#include "crypto/verify/fingerprint.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::verify::fingerprint_test {

using namespace std::string_literals;

TEST_CASE("a fingerprint is eight groups of five digits, the first bytes first") {
    Hash hash;
    hash.bytes[3] = 7;      // group 0: 7
    hash.bytes[4] = 0xFF;   // group 1: 4 278 190 080 mod 100 000
    hash.bytes[31] = 0x01;  // group 7: 1
    CHECK(Fingerprint::of(hash).print() == "00007 90080 00000 00000 00000 00000 00000 00001");
}

TEST_CASE("a fingerprint is read as it is printed, and in no other way") {
    const std::string good = "00007 90080 00000 00000 00000 00000 00000 00001";
    CHECK(Fingerprint::parse(good).value().print() == good);
    for (const std::string& bad : {good + " ", good.substr(1), "0" + good.substr(0, 46), std::string(47, '0'),
                                   "0000790080 00000 00000 00000 00000 00000 000001"s.substr(0, 47), ""s}) {
        INFO(bad);
        CHECK(Fingerprint::parse(bad).error().code == Code::malformed);
    }
}

}  // namespace parapet::verify::fingerprint_test
