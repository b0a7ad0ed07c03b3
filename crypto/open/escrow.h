// Opening a confided name: a custodian opens one share; k shares together are the key
// (crypto/SPEC.md section 12).
#pragma once

#include <span>

#include "crypto/keys/seal_key_pair.h"
#include "crypto/keys/share.h"
#include "crypto/verify/wrapset.h"

namespace parapet::open {

// The share of this index, sealed for this key. decrypt when it is of another envelope, holder or index;
// bad_share when another index stands inside; not_canonical.
[[nodiscard]] Result<keys::Share> unwrap_share(const EnvelopeId& env, const verify::ShareWrap& wrap,
                                               std::uint8_t index, const keys::SealKeyPair& mine);

// bad_share when it is not the one whose hash the reporter signed.
[[nodiscard]] Status check_share(const EnvelopeId& env, const keys::Share& share, const Hash& expected);

// From exactly the k shares that are given, of distinct indices (else bad_share). Another number than it was
// split for, or a share that was not checked, gives another key, which no commitment accepts.
[[nodiscard]] Result<keys::Dek> combine(std::span<const keys::Share> shares);

}  // namespace parapet::open
