#include "crypto/keys/aead.h"

#include <sodium.h>

namespace parapet::keys {

Bytes aead_seal(const AeadKey& key, const AeadNonce& nonce, ByteView ad, ByteView plain) {
    Bytes out(plain.size() + kAeadTag);
    unsigned long long written = 0;
    INVARIANT(crypto_aead_chacha20poly1305_ietf_encrypt(out.data(), &written, plain.data(), plain.size(),
                                                        ad.data(), ad.size(), nullptr, nonce.bytes.data(),
                                                        key.reveal().data()) == 0);
    INVARIANT(written == out.size());
    return out;
}

Status aead_open(const AeadKey& key, const AeadNonce& nonce, ByteView ad, ByteView sealed, MutableBytes out) {
    INVARIANT(sealed.size() >= kAeadTag && out.size() == sealed.size() - kAeadTag);
    if (crypto_aead_chacha20poly1305_ietf_decrypt(out.data(), nullptr, nullptr, sealed.data(), sealed.size(),
                                                  ad.data(), ad.size(), nonce.bytes.data(),
                                                  key.reveal().data()) != 0) {
        sodium_memzero(out.data(), out.size());
        return Error{Code::decrypt, "sealed bytes that do not verify"};
    }
    return Done{};
}

}  // namespace parapet::keys
