// The public half of somebody who signs notes, and how it is written down (C2SP signed-note).
#pragma once

#include <string>
#include <string_view>

#include "crypto/base/bytes.h"

namespace parapet::verify {

using KeyId = Fixed<4, struct KeyIdTag>;

// SHA-256(name || 0x0A || 0x01 || pk)[:4].
[[nodiscard]] KeyId key_id(std::string_view name, const SignKey& key);

// 1 to 64 bytes of UTF-8, no control character, no space, no plus.
[[nodiscard]] bool is_signer_name(std::string_view name);

// A name and an Ed25519 key; written `name+hex(key_id)+base64(0x01 || pk)`.
struct VerifierKey {
    std::string name;
    SignKey key;

    // malformed, also when the key id is not that of name and key. The point is not looked at here.
    [[nodiscard]] static Result<VerifierKey> parse(std::string_view vkey);
    [[nodiscard]] std::string print() const;
    [[nodiscard]] KeyId id() const { return key_id(name, key); }
    friend bool operator==(const VerifierKey&, const VerifierKey&) = default;
};

}  // namespace parapet::verify
