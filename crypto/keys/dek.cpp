#include "crypto/keys/dek.h"

namespace parapet::keys {

verify::Commitment commitment(const Dek& dek) {
    verify::Commitment out;
    kdf_into(out.bytes, dek.reveal(), "parapet/1/commit", {});
    return out;
}

AeadKey content_key(const Dek& dek, const EnvelopeId& env) {
    return kdf<AeadKey>(dek.reveal(), "parapet/1/content", env);
}

AeadNonce chunk_nonce(std::uint64_t i, bool last) {
    AeadNonce out;
    for (std::size_t byte = 0; byte < 8; ++byte)
        out.bytes[10 - byte] = static_cast<std::uint8_t>(i >> (8 * byte));
    out.bytes[11] = last ? 1 : 0;
    return out;
}

Bytes wrap_context(const EnvelopeId& env, const RecipientId& rid) {
    Bytes out;
    put(out, env);
    put(out, rid);
    return out;
}

AeadKey wrap_key(ByteView shared_secret, ByteView context) {
    return kdf<AeadKey>(shared_secret, "parapet/1/wrap", context);
}

}  // namespace parapet::keys
