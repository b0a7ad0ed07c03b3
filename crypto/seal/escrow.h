// Confiding a name: its key is split, so that k custodians together open it and fewer learn nothing
// (crypto/SPEC.md section 12).
#pragma once

#include <span>

#include "crypto/keys/seal_key_pair.h"
#include "crypto/keys/share.h"
#include "crypto/verify/wrapset.h"

namespace parapet::seal {

struct Custodian {
    std::uint8_t index = 1;
    SealKey seal_key;
};

struct SplitKey {
    keys::Dek dek;
    std::vector<keys::Share> shares;  // one an index, in the order given
};

// k at least 1. With fewer than k indices nobody can ever open what the key seals, which is meant: then the
// object says that nothing was given.
[[nodiscard]] SplitKey split(std::uint64_t k, std::span<const Custodian> custodians, Random& random);

// A share, sealed for one holder. bad_key when the key cannot be sealed to.
[[nodiscard]] Result<verify::ShareWrap> wrap_share(const EnvelopeId& env, const keys::Share& share,
                                                   const SealKey& holder, Random& random);
// One entry a custodian, in ascending rid. duplicate when a key stands twice, malformed over 64.
[[nodiscard]] Result<verify::ShareWrapset> wrap_shares(const EnvelopeId& env,
                                                       std::span<const keys::Share> shares,
                                                       std::span<const Custodian> custodians, Random& random);

}  // namespace parapet::seal
