// An Ed25519 key that can sign. Move-only, in locked memory.
#pragma once

#include "crypto/base/hash.h"
#include "crypto/base/secret.h"

namespace parapet::sign {

// What a signing key is made from: a root officer's, the log's or the service's seed as it is kept, or the
// output of a KDF (a receipt's, a member's).
using SignSeed = Secret<32, struct SignSeedTag>;

class SigningKey {
public:
    [[nodiscard]] static SigningKey from_seed(const SignSeed& seed);

    [[nodiscard]] const SignKey& public_key() const { return public_; }
    [[nodiscard]] Signature sign(ByteView message) const;
    // Sig(sk, label, d): Ed25519 over L(label, d).
    [[nodiscard]] Signature sign_labelled(Label label, ByteView d) const;

private:
    using Expanded = Secret<64, struct ExpandedSignKeyTag>;
    SigningKey(Expanded secret, const SignKey& public_key)
        : secret_(std::move(secret)), public_(public_key) {}
    Expanded secret_;
    SignKey public_;
};

}  // namespace parapet::sign
