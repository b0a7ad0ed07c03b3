#include "crypto/open/escrow.h"

#include <sodium.h>

#include <set>

#include "crypto/base/reader.h"

namespace parapet::open {
namespace {

using keys::Scalar;

Scalar scalar_of(std::uint8_t n) {
    return Scalar::make([n](MutableBytes out) { out[0] = n; });
}

Scalar minus(const Scalar& a, const Scalar& b) {
    return Scalar::make([&](MutableBytes out) {
        crypto_core_ristretto255_scalar_sub(out.data(), a.reveal().data(), b.reveal().data());
    });
}

Scalar plus(const Scalar& a, const Scalar& b) {
    return Scalar::make([&](MutableBytes out) {
        crypto_core_ristretto255_scalar_add(out.data(), a.reveal().data(), b.reveal().data());
    });
}

Scalar times(const Scalar& a, const Scalar& b) {
    return Scalar::make([&](MutableBytes out) {
        crypto_core_ristretto255_scalar_mul(out.data(), a.reveal().data(), b.reveal().data());
    });
}

// Of the difference of two indices, which are distinct: never zero.
Scalar inverse(const Scalar& a) {
    int failed = 0;
    Scalar out = Scalar::make([&](MutableBytes bytes) {
        failed = crypto_core_ristretto255_scalar_invert(bytes.data(), a.reveal().data());
    });
    INVARIANT(failed == 0);
    return out;
}

// The product over all other shares of x_j / (x_j - x_i): what share i weighs at 0.
Scalar weight_at_zero(std::span<const keys::Share> shares, std::size_t i) {
    const Scalar mine = scalar_of(shares[i].index());
    Scalar out = scalar_of(1);
    for (std::size_t j = 0; j < shares.size(); ++j) {
        if (j == i) continue;
        const Scalar other = scalar_of(shares[j].index());
        const Scalar apart = minus(other, mine);
        out = times(times(out, other), inverse(apart));
    }
    return out;
}

}  // namespace

Result<keys::Share> unwrap_share(const EnvelopeId& env, const verify::ShareWrap& wrap, std::uint8_t index,
                                 const keys::SealKeyPair& mine) {
    if (wrap.rid != mine.rid()) return Error{Code::not_a_recipient, "no share for this key"};
    Reader in(wrap.blob);
    TRY(const keys::KemCiphertext ciphertext, in.take_fixed<keys::KemCiphertext>());
    TRY(const keys::SharedSecret shared, mine.decapsulate(ciphertext));
    const Bytes context = keys::share_context(env, mine.rid(), index);
    Plaintext raw(keys::Share::kSize);
    TRY_(keys::aead_open(keys::share_key(shared.reveal(), context), keys::AeadNonce{}, context, in.rest(),
                         raw.reveal_for_writing()));
    TRY(keys::Share share, keys::Share::parse(raw.reveal()));
    if (share.index() != index) return Error{Code::bad_share, "a share of another index"};
    return share;
}

Status check_share(const EnvelopeId& env, const keys::Share& share, const Hash& expected) {
    if (keys::share_hash(env, share) != expected)
        return Error{Code::bad_share, "not the share that the reporter's client made"};
    return Done{};
}

Result<keys::Dek> combine(std::span<const keys::Share> shares) {
    std::set<std::uint8_t> indices;
    for (const keys::Share& share : shares)
        if (!indices.insert(share.index()).second) return Error{Code::bad_share, "two shares of one index"};
    if (shares.empty()) return Error{Code::bad_share, "no shares"};
    Scalar sum = scalar_of(0);
    for (std::size_t i = 0; i < shares.size(); ++i)
        sum = plus(sum, times(shares[i].y(), weight_at_zero(shares, i)));
    return keys::escrow_dek(sum);
}

}  // namespace parapet::open
