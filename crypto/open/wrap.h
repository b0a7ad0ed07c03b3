// Opening one's own wrap (crypto/SPEC.md section 5).
#pragma once

#include "crypto/keys/dek.h"
#include "crypto/keys/seal_key_pair.h"
#include "crypto/verify/wrapset.h"

namespace parapet::open {

// The DEK of the envelope with this header. malformed when the wrapset is of another envelope;
// not_a_recipient, decrypt, commitment.
[[nodiscard]] Result<keys::Dek> unwrap(const verify::EnvelopeHeader& header, const verify::Wrapset& wraps,
                                       const keys::SealKeyPair& mine);

}  // namespace parapet::open
