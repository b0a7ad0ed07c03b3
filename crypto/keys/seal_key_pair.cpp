#include "crypto/keys/seal_key_pair.h"

#include <sodium.h>

#include "crypto/verify/ed25519.h"

namespace parapet::keys {

static_assert(SealKey::kSize == crypto_kem_xwing_PUBLICKEYBYTES);
static_assert(KemCiphertext::kSize == crypto_kem_xwing_CIPHERTEXTBYTES);
static_assert(SealSeed::kSize == crypto_kem_xwing_SEEDBYTES);

SealKeyPair::SealKeyPair(SecretKey secret, const SealKey& public_key)
    : secret_(std::move(secret)), public_(public_key), rid_(verify::rid_of(public_key)) {}

SealKeyPair SealKeyPair::from_seed(const SealSeed& seed) {
    SealKey public_key;
    SecretKey secret = SecretKey::make([&](MutableBytes out) {
        INVARIANT(crypto_kem_xwing_seed_keypair(public_key.bytes.data(), out.data(), seed.reveal().data()) ==
                  0);
    });
    return {std::move(secret), public_key};
}

Result<SharedSecret> SealKeyPair::decapsulate(const KemCiphertext& ciphertext) const {
    int failed = 0;
    SharedSecret out = SharedSecret::make([&](MutableBytes ss) {
        failed = crypto_kem_xwing_dec(ss.data(), ciphertext.bytes.data(), secret_.reveal().data());
    });
    if (failed != 0) return Error{Code::decrypt, "the key exchange did not come out"};
    return out;
}

Result<Encapsulated> encapsulate(const SealKey& to, Random& random) {
    using Coins = Secret<64, struct EncapsulationCoinsTag>;
    const Coins coins = Coins::random(random);
    KemCiphertext ciphertext;
    int failed = 0;
    SharedSecret secret = SharedSecret::make([&](MutableBytes ss) {
        failed = crypto_kem_xwing_enc_deterministic(ciphertext.bytes.data(), ss.data(), to.bytes.data(),
                                                    coins.reveal().data());
    });
    if (failed != 0) return Error{Code::bad_key, "not a key that can be sealed to"};
    return Encapsulated{ciphertext, std::move(secret)};
}

}  // namespace parapet::keys
