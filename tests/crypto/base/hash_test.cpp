#include "crypto/base/hash.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::hash_test {

Bytes raw(std::string_view hex_text) { return from_hex(hex_text).value(); }

TEST_CASE("SHA-256 gives what FIPS 180-4's examples say") {
    CHECK(to_hex(sha256({})) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(to_hex(sha256(view("abc"))) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(to_hex(sha256(view("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(to_hex(sha256(Bytes(1'000'000, 'a'))) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("SHA-256 in pieces is SHA-256 of the whole, and starts anew after finish") {
    Sha256 hash;
    for (int round = 0; round < 2; ++round)
        CHECK(hash.update(view("a")).update({}).update(view("bc")).finish() == sha256(view("abc")));
}

// RFC 4231 test cases 1, 2 and 6 (a key longer than a block).
TEST_CASE("HMAC-SHA-256 gives what RFC 4231 says") {
    CHECK(to_hex(hmac_sha256(Bytes(20, 0x0b), view("Hi There"))) ==
          "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    CHECK(to_hex(hmac_sha256(view("Jefe"), view("what do ya want for nothing?"))) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(to_hex(hmac_sha256(Bytes(131, 0xaa),
                             view("Test Using Larger Than Block-Size Key - Hash Key First"))) ==
          "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

// HKDF of RFC 5869 in its own words, over hmac_sha256.
Bytes hkdf(ByteView salt, ByteView ikm, ByteView info, std::size_t length) {
    const Hash prk = hmac_sha256(salt, ikm);
    Bytes out, block;
    for (std::uint8_t i = 1; out.size() < length; ++i) {
        put(block, info);
        put_u8(block, i);
        const Hash t = hmac_sha256(prk, block);
        put(out, t);
        block.assign(t.bytes.begin(), t.bytes.end());
    }
    out.resize(length);
    return out;
}

TEST_CASE("the HKDF written here gives what RFC 5869 says") {
    const Bytes ikm(22, 0x0b);
    CHECK(to_hex(hkdf(raw("000102030405060708090a0b0c"), ikm, raw("f0f1f2f3f4f5f6f7f8f9"), 42)) ==
          "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    CHECK(to_hex(hkdf({}, ikm, {}, 42)) ==
          "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

using TestKey = Secret<32, struct TestKeyTag>;

TEST_CASE("KDF is that HKDF with an empty salt and a labelled info") {
    REQUIRE(init_crypto().ok());
    const Bytes key(32, 7);
    const auto derived = kdf<TestKey>(key, "parapet/1/test", view("info"));
    CHECK(to_hex(derived.reveal()) == to_hex(hkdf({}, key, labelled("parapet/1/test", view("info")), 32)));
}

TEST_CASE("a label goes in front with its length, so that no label and text can be read as another pair") {
    CHECK(to_hex(labelled("parapet/1/x", view("y"))) ==
          "0b" + to_hex(view("parapet/1/x")) + to_hex(view("y")));
    CHECK(labelled_hash("parapet/1/x", view("y")) == sha256(labelled("parapet/1/x", view("y"))));
    CHECK(labelled_hash("parapet/1/x", view("yz")) != labelled_hash("parapet/1/xy", view("z")));
}

}  // namespace parapet::hash_test
