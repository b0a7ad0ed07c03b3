// L, H and KDF of crypto/SPEC.md, "Notation". Every label starts "parapet/1/" and has at most 31 bytes.
#pragma once

#include "crypto/base/secret.h"
#include "crypto/base/sha256.h"

namespace parapet {

// A label, checked when the program is compiled.
class Label {
public:
    consteval Label(const char* text) : text_(text) {  // NOLINT(google-explicit-constructor)
        if (!text_.starts_with("parapet/1/") || text_.size() > 31)
            throw "a label starts parapet/1/, 31 bytes at most";
    }
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

[[nodiscard]] Bytes labelled(Label label, ByteView d);      // L(label, d)
[[nodiscard]] Hash labelled_hash(Label label, ByteView d);  // H(label, d)

// KDF(k, label, info): 32 bytes of the type that is asked for.
void kdf_into(std::span<std::uint8_t, 32> out, ByteView key, Label label, ByteView info);
template <class S>
[[nodiscard]] S kdf(ByteView key, Label label, ByteView info) {
    static_assert(S::kSize == 32);
    return S::make([&](std::span<std::uint8_t, 32> out) { kdf_into(out, key, label, info); });
}

// The first bytes of a hash: how ids, key ids and tags are made.
template <class F>
[[nodiscard]] F first_of(const Hash& hash) {
    return F::copy(std::span<const std::uint8_t, 32>(hash.bytes).template first<F::kSize>());
}

// HMAC-SHA-256.
[[nodiscard]] Hash hmac_sha256(ByteView key, ByteView in);

}  // namespace parapet
