// One custodian's share of an identity's key (crypto/SPEC.md section 12): a point of a polynomial over the
// scalar field of ristretto255, whose value at 0 is the secret. Fewer than k points say nothing of it.
#pragma once

#include "crypto/keys/dek.h"

namespace parapet::keys {

using Scalar = Secret<32, struct ScalarTag>;  // little-endian, below the group order

// S_i = u8(i) || y_i.
class Share {
public:
    static constexpr std::size_t kSize = 33;

    // bad_share for index 0, which would be the secret itself; not_canonical for a y that is not reduced.
    [[nodiscard]] static Result<Share> parse(ByteView in);
    [[nodiscard]] static Share of(std::uint8_t index, Scalar y);

    [[nodiscard]] std::uint8_t index() const { return index_; }
    [[nodiscard]] const Scalar& y() const { return y_; }
    [[nodiscard]] Plaintext encode() const;

private:
    Share(std::uint8_t index, Scalar y) : index_(index), y_(std::move(y)) {}
    std::uint8_t index_;
    Scalar y_;
};

// h_i: binds a share to its envelope, so that a custodian who hands in another one is found out.
[[nodiscard]] Hash share_hash(const EnvelopeId& env, const Share& share);

// DEK of the identity, from the secret.
[[nodiscard]] Dek escrow_dek(const Scalar& secret);

// The key under which one share is sealed for one holder, and its additional data env_id || rid || u8(i).
[[nodiscard]] Bytes share_context(const EnvelopeId& env, const RecipientId& rid, std::uint8_t index);
[[nodiscard]] AeadKey share_key(ByteView shared_secret, ByteView context);

// 64 uniform bytes, reduced.
[[nodiscard]] Scalar reduce(const Secret<64, struct WideScalarTag>& wide);

}  // namespace parapet::keys
