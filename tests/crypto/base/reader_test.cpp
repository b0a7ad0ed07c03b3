#include "crypto/base/reader.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::reader_test {

TEST_CASE("a reader takes integers with the highest byte first") {
    const Bytes in = from_hex("0102030405060708090a0b0c0d0e0f").value();
    Reader r(in);
    CHECK(r.take_u8().value() == 0x01);
    CHECK(r.take_u16().value() == 0x0203);
    CHECK(r.take_u32().value() == 0x04050607);
    CHECK(r.take_u64().value() == 0x08090a0b0c0d0e0f);
    CHECK(r.finish().ok());
}

TEST_CASE("a reader that asks for more than is left takes nothing") {
    const Bytes in{1, 2, 3};
    Reader r(in);
    CHECK(r.take(4).error().code == Code::truncated);
    CHECK(r.take(~std::uint64_t{0}).error().code == Code::truncated);
    CHECK(r.take_u32().error().code == Code::truncated);
    CHECK(r.take_fixed<Hash>().error().code == Code::truncated);
    CHECK(r.left() == 3);
    CHECK(r.take_u16().value() == 0x0102);
    CHECK(r.finish().error().code == Code::trailing_bytes);
}

TEST_CASE("a magic is passed only when all of it is there") {
    Reader r(view("PPE1 and more"));
    CHECK_FALSE(r.take_magic("PPE2"));
    CHECK(r.left() == 13);
    CHECK(r.take_magic("PPE1"));
    CHECK(text(r.rest()) == " and more");
    CHECK_FALSE(Reader(view("PPE")).take_magic("PPE1"));
}

}  // namespace parapet::reader_test
