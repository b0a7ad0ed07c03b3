// Wrapping an envelope's key for those who may open it (crypto/SPEC.md section 5).
#pragma once

#include <span>

#include "crypto/keys/dek.h"
#include "crypto/keys/seal_key_pair.h"
#include "crypto/verify/wrapset.h"

namespace parapet::seal {

// One wrap a key, in ascending rid. duplicate when a key stands twice, malformed with none or over 64,
// bad_key when one cannot be sealed to.
[[nodiscard]] Result<verify::Wrapset> wrap(const EnvelopeId& env, const keys::Dek& dek,
                                           std::span<const SealKey> recipients, Random& random);

}  // namespace parapet::seal
