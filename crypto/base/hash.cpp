#include "crypto/base/hash.h"

#include <sodium.h>

namespace parapet {

struct Sha256::State {
    crypto_hash_sha256_state state;
};

Sha256::Sha256() : state_(std::make_unique<State>()) { crypto_hash_sha256_init(&state_->state); }
Sha256::Sha256(Sha256&&) noexcept = default;
Sha256& Sha256::operator=(Sha256&&) noexcept = default;
Sha256::~Sha256() = default;

Sha256& Sha256::update(ByteView in) {
    INVARIANT(crypto_hash_sha256_update(&state_->state, in.data(), in.size()) == 0);
    return *this;
}

Hash Sha256::finish() {
    Hash out;
    INVARIANT(crypto_hash_sha256_final(&state_->state, out.bytes.data()) == 0);
    INVARIANT(crypto_hash_sha256_init(&state_->state) == 0);
    return out;
}

Hash sha256(ByteView in) {
    Hash out;
    INVARIANT(crypto_hash_sha256(out.bytes.data(), in.data(), in.size()) == 0);
    return out;
}

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
