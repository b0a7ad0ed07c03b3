// The key of one envelope, and what is made from it.
#pragma once

#include "crypto/base/hash.h"
#include "crypto/keys/aead.h"
#include "crypto/verify/header.h"

namespace parapet::keys {

using Dek = Secret<32, struct DekTag>;

// com: binds the envelope to this one key, so that all its readers see the same plaintext.
[[nodiscard]] verify::Commitment commitment(const Dek& dek);
[[nodiscard]] AeadKey content_key(const Dek& dek, const EnvelopeId& env);
// u88(i) || u8(last): a chunk cannot be moved, and the last one is known to be the last.
[[nodiscard]] AeadNonce chunk_nonce(std::uint64_t i, bool last);

// The key under which one recipient's wrap of a DEK is sealed, and its additional data env_id || rid.
[[nodiscard]] Bytes wrap_context(const EnvelopeId& env, const RecipientId& rid);
[[nodiscard]] AeadKey wrap_key(ByteView shared_secret, ByteView context);

}  // namespace parapet::keys
