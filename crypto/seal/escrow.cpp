#include "crypto/seal/escrow.h"

#include <sodium.h>

#include <algorithm>

#include "crypto/verify/ed25519.h"

namespace parapet::seal {
namespace {

using keys::Scalar;

Scalar random_scalar(Random& random) {
    return keys::reduce(Secret<64, struct keys::WideScalarTag>::random(random));
}

Scalar times(const Scalar& a, const Scalar& b) {
    return Scalar::make([&](MutableBytes out) {
        crypto_core_ristretto255_scalar_mul(out.data(), a.reveal().data(), b.reveal().data());
    });
}

// Horner: ((a_{k-1} x + a_{k-2}) x + ...) x + a_0.
Scalar value_at(std::span<const Scalar> coefficients, std::uint8_t x) {
    const Scalar at = Scalar::make([x](MutableBytes out) { out[0] = x; });
    Scalar sum = coefficients.back().duplicate();
    for (std::size_t i = coefficients.size() - 1; i > 0; --i)
        sum = Scalar::make([&](MutableBytes out) {
            const Scalar product = times(sum, at);
            crypto_core_ristretto255_scalar_add(out.data(), product.reveal().data(),
                                                coefficients[i - 1].reveal().data());
        });
    return sum;
}

}  // namespace

SplitKey split(std::uint64_t k, std::span<const Custodian> custodians, Random& random) {
    INVARIANT(k >= 1 && k <= 255);
    std::vector<Scalar> coefficients;
    for (std::uint64_t i = 0; i < k; ++i) coefficients.push_back(random_scalar(random));
    SplitKey out{keys::escrow_dek(coefficients.front()), {}};
    for (const Custodian& custodian : custodians)
        out.shares.push_back(keys::Share::of(custodian.index, value_at(coefficients, custodian.index)));
    return out;
}

Result<verify::ShareWrap> wrap_share(const EnvelopeId& env, const keys::Share& share, const SealKey& holder,
                                     Random& random) {
    const RecipientId rid = verify::rid_of(holder);
    TRY(const keys::Encapsulated to, keys::encapsulate(holder, random));
    const Bytes context = keys::share_context(env, rid, share.index());
    const Plaintext plain = share.encode();
    Bytes blob(to.ciphertext.bytes.begin(), to.ciphertext.bytes.end());
    put(blob, keys::aead_seal(keys::share_key(to.secret.reveal(), context), keys::AeadNonce{}, context,
                              plain.reveal()));
    TRY(const verify::ShareBlob out, verify::ShareBlob::from(blob));
    return verify::ShareWrap{rid, out};
}

Result<verify::ShareWrapset> wrap_shares(const EnvelopeId& env, std::span<const keys::Share> shares,
                                         std::span<const Custodian> custodians, Random& random) {
    INVARIANT(shares.size() == custodians.size());
    if (shares.size() > verify::kMaxWraps) return Error{Code::malformed, "at most 64 custodians"};
    verify::ShareWrapset out{env, {}};
    for (std::size_t i = 0; i < shares.size(); ++i) {
        TRY(verify::ShareWrap one, wrap_share(env, shares[i], custodians[i].seal_key, random));
        out.wraps.push_back(std::move(one));
    }
    std::ranges::sort(out.wraps, {}, &verify::ShareWrap::rid);
    if (std::ranges::adjacent_find(out.wraps, {}, &verify::ShareWrap::rid) != out.wraps.end())
        return Error{Code::duplicate, "a custodian stands twice"};
    return out;
}

}  // namespace parapet::seal
