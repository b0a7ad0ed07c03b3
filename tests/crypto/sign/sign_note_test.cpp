#include "crypto/sign/sign_note.h"

#include "tests/crypto/cast.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::sign::sign_note_test {

constexpr std::string_view kText = "parapet-test/1\nline one\n";

TEST_CASE("a signed note verifies for the key that signed it, and its text is unchanged") {
    const Bytes raw = sign_note(kText, "root-1", cast::signing_key("root-1"));
    const auto note = verify::UnverifiedNote::parse(raw).value();
    CHECK(note.text() == kText);
    CHECK(note.check_only(cast::vkey("root-1")).ok());
    CHECK(note.check_only(cast::vkey("root-2")).error().code == Code::unknown_signer);
}

TEST_CASE("signatures are added one after the other, each key once") {
    Bytes raw = sign_note(kText, "root-1", cast::signing_key("root-1"));
    raw = add_signature(raw, "root-2", cast::signing_key("root-2")).value();
    const auto note = verify::UnverifiedNote::parse(raw).value();
    CHECK(note.check({cast::vkey("root-2"), cast::vkey("root-1")}).value() == std::vector<std::size_t>{0, 1});
    CHECK(add_signature(raw, "root-1", cast::signing_key("root-1")).error().code == Code::duplicate);
}

TEST_CASE("the seventeenth signature is refused by whoever would write it") {
    Bytes raw = sign_note(kText, "signer-0", cast::signing_key("signer-0"));
    for (int i = 1; i < 16; ++i) {
        const std::string name = "signer-" + std::to_string(i);
        raw = add_signature(raw, name, cast::signing_key(name)).value();
    }
    CHECK(add_signature(raw, "signer-16", cast::signing_key("signer-16")).error().code ==
          Code::too_many_signatures);
}

TEST_CASE("a signature is not added to what is no note") {
    CHECK(add_signature(view(kText), "root-1", cast::signing_key("root-1")).error().code == Code::malformed);
}

}  // namespace parapet::sign::sign_note_test
