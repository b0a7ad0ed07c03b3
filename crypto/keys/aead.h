// ChaCha20-Poly1305 (IETF). Every key is used under fixed nonces that its caller derives, never a counter
// kept somewhere.
#pragma once

#include "crypto/base/secret.h"

namespace parapet::keys {

inline constexpr std::size_t kAeadTag = 16;
using AeadNonce = Fixed<12, struct AeadNonceTag>;
using AeadKey = Secret<32, struct AeadKeyTag>;

// plain.size() + 16 bytes.
[[nodiscard]] Bytes aead_seal(const AeadKey& key, const AeadNonce& nonce, ByteView ad, ByteView plain);
// Writes sealed.size() - 16 bytes. decrypt when it does not verify; then `out` is all zeros.
[[nodiscard]] Status aead_open(const AeadKey& key, const AeadNonce& nonce, ByteView ad, ByteView sealed,
                               MutableBytes out);

}  // namespace parapet::keys
