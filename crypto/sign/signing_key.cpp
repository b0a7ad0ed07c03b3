#include "crypto/sign/signing_key.h"

#include <sodium.h>

namespace parapet::sign {

SigningKey SigningKey::from_seed(const SignSeed& seed) {
    SignKey public_key;
    auto secret = Expanded::make([&](std::span<std::uint8_t, 64> out) {
        INVARIANT(crypto_sign_seed_keypair(public_key.bytes.data(), out.data(), seed.reveal().data()) == 0);
    });
    return {std::move(secret), public_key};
}

Signature SigningKey::sign(ByteView message) const {
    Signature out;
    INVARIANT(crypto_sign_detached(out.bytes.data(), nullptr, message.data(), message.size(),
                                   secret_.reveal().data()) == 0);
    return out;
}

Signature SigningKey::sign_labelled(Label label, ByteView d) const { return sign(labelled(label, d)); }

}  // namespace parapet::sign
