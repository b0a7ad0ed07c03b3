// An X-Wing key pair: X25519 and ML-KEM-768 together, so that what is recorded today stays closed to a
// quantum computer.
#pragma once

#include "crypto/base/hash.h"
#include "crypto/base/secret.h"

namespace parapet::keys {

using SealSeed = Secret<32, struct SealSeedTag>;
using SharedSecret = Secret<32, struct SharedSecretTag>;
using KemCiphertext = Fixed<1120, struct KemCiphertextTag>;

class SealKeyPair {
public:
    [[nodiscard]] static SealKeyPair from_seed(const SealSeed& seed);

    [[nodiscard]] const SealKey& public_key() const { return public_; }
    [[nodiscard]] const RecipientId& rid() const { return rid_; }
    // A ciphertext for another key gives another secret, not an error: what is opened with it tells.
    [[nodiscard]] Result<SharedSecret> decapsulate(const KemCiphertext& ciphertext) const;

private:
    using SecretKey = Secret<32, struct SealSecretKeyTag>;
    SealKeyPair(SecretKey secret, const SealKey& public_key);
    SecretKey secret_;
    SealKey public_;
    RecipientId rid_;
};

struct Encapsulated {
    KemCiphertext ciphertext;
    SharedSecret secret;
};

// bad_key when the public key is not one.
[[nodiscard]] Result<Encapsulated> encapsulate(const SealKey& to, Random& random);

}  // namespace parapet::keys
