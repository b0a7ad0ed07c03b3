#include "crypto/base/bytes.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::bytes_test {

TEST_CASE("integers are written with their highest byte first") {
    Bytes out;
    put_u8(out, 0x01);
    put_u16(out, 0x0203);
    put_u32(out, 0x04050607);
    put_u64(out, 0x08090a0b0c0d0e0f);
    CHECK(to_hex(out) == "0102030405060708090a0b0c0d0e0f");
}

TEST_CASE("hexadecimal has one spelling") {
    CHECK(from_hex("00ff").value() == Bytes{0, 255});
    CHECK(from_hex("").value().empty());
    CHECK(from_hex("00FF").error().code == Code::not_canonical);
    for (const char* bad : {"0", "0g", "0x", "00 ff", "00:ff", " 00", "00\n"}) {
        INFO(bad);
        CHECK(from_hex(bad).error().code == Code::malformed);
    }
}

// RFC 4648 section 10.
TEST_CASE("base64 gives what RFC 4648 says, and has one spelling") {
    const std::pair<const char*, const char*> known[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
    for (const auto& [plain, coded] : known) {
        CHECK(to_base64(view(plain)) == coded);
        CHECK(text(from_base64(coded).value()) == plain);
    }
    for (const char* bad : {"Zg", "Zg=", "Zh==", "Zm9=", "Zg== ", "Zm9v\n", "Z-==", "=", "===="}) {
        INFO(bad);
        CHECK_FALSE(from_base64(bad).ok());
    }
}

TEST_CASE("a field of fixed size takes no other size") {
    CHECK(Hash::from(Bytes(32)).ok());
    CHECK(Hash::from(Bytes(31)).error().code == Code::malformed);
    CHECK(fixed_from_hex<Nonce16>(std::string(32, 'a')).ok());
    CHECK(fixed_from_hex<Nonce16>(std::string(34, 'a')).error().code == Code::malformed);
    CHECK(fixed_from_base64<Nonce16>("AAAA").error().code == Code::malformed);
}

}  // namespace parapet::bytes_test
