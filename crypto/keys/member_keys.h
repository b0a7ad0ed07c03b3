// An officer's two key pairs, from the one seed the key file holds. On the workstation, never on a server.
#pragma once

#include "crypto/keys/seal_key_pair.h"
#include "crypto/sign/signing_key.h"

namespace parapet::keys {

// What a key file keeps: of a member, or of a root officer.
using KeySeed = Secret<32, struct KeySeedTag>;

class MemberKeys {
public:
    [[nodiscard]] static MemberKeys derive(const KeySeed& seed);

    [[nodiscard]] const SealKeyPair& seal() const { return seal_; }
    [[nodiscard]] const sign::SigningKey& signing() const { return signing_; }
    [[nodiscard]] const RecipientId& rid() const { return seal_.rid(); }

private:
    MemberKeys(SealKeyPair seal, sign::SigningKey signing)
        : seal_(std::move(seal)), signing_(std::move(signing)) {}
    SealKeyPair seal_;
    sign::SigningKey signing_;
};

// A root officer only signs: the seed is the Ed25519 seed.
[[nodiscard]] sign::SigningKey root_signing_key(const KeySeed& seed);

}  // namespace parapet::keys
