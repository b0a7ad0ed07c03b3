// A key file: one seed behind a passphrase (crypto/SPEC.md section 9). It lies on the workstation or on a
// token, never on a server.
#pragma once

#include "crypto/keys/member_keys.h"

namespace parapet::keys {

inline constexpr std::size_t kKeyFileSize = 125;

enum class KeyUse : std::uint8_t { member = 1, root_officer = 2 };

// What opening costs, in Argon2id passes and KiB. Limits are checked before anything is computed.
struct PassphraseCost {
    std::uint32_t passes = 3;
    std::uint32_t kib = 262'144;
};

// The bytes of a new file, with a fresh salt. memory_lock when the memory cannot be had; kdf_limits.
[[nodiscard]] Result<Bytes> seal_key_file(KeyUse use, const KeySeed& seed, const Plaintext& passphrase,
                                          Random& random, PassphraseCost cost = {});

// unknown_version, truncated, trailing_bytes, kdf_limits, wrong_passphrase, decrypt, wrong_type (a file of
// the other use), memory_lock.
[[nodiscard]] Result<KeySeed> open_key_file(ByteView file, KeyUse use, const Plaintext& passphrase);

}  // namespace parapet::keys
