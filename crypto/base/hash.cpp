#include "crypto/base/hash.h"

#include <sodium.h>

namespace parapet {

Bytes labelled(Label label, ByteView d) {
    Bytes out;
    out.reserve(1 + label.text().size() + d.size());
    put_u8(out, static_cast<std::uint8_t>(label.text().size()));
    put(out, label.text());
    put(out, d);
    return out;
}

Hash labelled_hash(Label label, ByteView d) {
    const auto size = static_cast<std::uint8_t>(label.text().size());
    return Sha256().update(ByteView(&size, 1)).update(view(label.text())).update(d).finish();
}

void kdf_into(std::span<std::uint8_t, 32> out, ByteView key, Label label, ByteView info) {
    const Bytes context = labelled(label, info);
    std::array<std::uint8_t, crypto_kdf_hkdf_sha256_KEYBYTES> prk{};
    INVARIANT(crypto_kdf_hkdf_sha256_extract(prk.data(), nullptr, 0, key.data(), key.size()) == 0);
    INVARIANT(crypto_kdf_hkdf_sha256_expand(out.data(), out.size(),
                                            reinterpret_cast<const char*>(context.data()), context.size(),
                                            prk.data()) == 0);
    sodium_memzero(prk.data(), prk.size());
}

Hash hmac_sha256(ByteView key, ByteView in) {
    crypto_auth_hmacsha256_state state;
    Hash out;
    INVARIANT(crypto_auth_hmacsha256_init(&state, key.data(), key.size()) == 0);
    INVARIANT(crypto_auth_hmacsha256_update(&state, in.data(), in.size()) == 0);
    INVARIANT(crypto_auth_hmacsha256_final(&state, out.bytes.data()) == 0);
    sodium_memzero(&state, sizeof state);
    return out;
}

}  // namespace parapet
