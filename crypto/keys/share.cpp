#include "crypto/keys/share.h"

#include <sodium.h>

#include <algorithm>

#include "crypto/base/reader.h"

namespace parapet::keys {
namespace {

using Wide = Secret<64, struct WideScalarTag>;

bool is_reduced(const Scalar& y) {
    const Wide wide = Wide::make([&](MutableBytes out) { std::ranges::copy(y.reveal(), out.begin()); });
    return reduce(wide) == y;
}

}  // namespace

Scalar reduce(const Wide& wide) {
    return Scalar::make(
        [&](MutableBytes out) { crypto_core_ristretto255_scalar_reduce(out.data(), wide.reveal().data()); });
}

Share Share::of(std::uint8_t index, Scalar y) {
    INVARIANT(index != 0);
    return {index, std::move(y)};
}

Result<Share> Share::parse(ByteView in) {
    Reader r(in);
    TRY(const std::uint8_t index, r.take_u8());
    TRY(const ByteView raw, r.take(Scalar::kSize));
    TRY_(r.finish());
    if (index == 0) return Error{Code::bad_share, "a share's index is not 0"};
    Scalar y = Scalar::copy(raw.first<Scalar::kSize>());
    if (!is_reduced(y)) return Error{Code::not_canonical, "a share's value is below the group order"};
    return Share(index, std::move(y));
}

Plaintext Share::encode() const {
    Plaintext out(kSize);
    out.reveal_for_writing()[0] = index_;
    std::ranges::copy(y_.reveal(), out.reveal_for_writing().subspan(1).begin());
    return out;
}

Hash share_hash(const EnvelopeId& env, const Share& share) {
    const Plaintext encoded = share.encode();
    Plaintext in(EnvelopeId::kSize + Share::kSize);
    std::ranges::copy(env.bytes, in.reveal_for_writing().begin());
    std::ranges::copy(encoded.reveal(), in.reveal_for_writing().subspan(EnvelopeId::kSize).begin());
    return labelled_hash("parapet/1/share", in.reveal());
}

Dek escrow_dek(const Scalar& secret) { return kdf<Dek>(secret.reveal(), "parapet/1/escrow", {}); }

Bytes share_context(const EnvelopeId& env, const RecipientId& rid, std::uint8_t index) {
    Bytes out = wrap_context(env, rid);
    put_u8(out, index);
    return out;
}

AeadKey share_key(ByteView shared_secret, ByteView context) {
    return kdf<AeadKey>(shared_secret, "parapet/1/share-wrap", context);
}

}  // namespace parapet::keys
