#include "crypto/open/wrap.h"

#include <sodium.h>

#include "crypto/base/reader.h"

namespace parapet::open {

Result<keys::Dek> unwrap(const verify::EnvelopeHeader& header, const verify::Wrapset& wraps,
                         const keys::SealKeyPair& mine) {
    const EnvelopeId env = header.env_id();
    if (wraps.env != env) return Error{Code::malformed, "wraps of another envelope"};
    const verify::Wrap* wrap = wraps.find(mine.rid());
    if (wrap == nullptr) return Error{Code::not_a_recipient, "no wrap for this key"};

    Reader in(wrap->blob);
    TRY(const keys::KemCiphertext ciphertext, in.take_fixed<keys::KemCiphertext>());
    TRY(const keys::SharedSecret shared, mine.decapsulate(ciphertext));
    const Bytes context = keys::wrap_context(env, mine.rid());
    Status opened = Done{};
    keys::Dek dek = keys::Dek::make([&](MutableBytes out) {
        opened = keys::aead_open(keys::wrap_key(shared.reveal(), context), keys::AeadNonce{}, context,
                                 in.rest(), out);
    });
    TRY_(opened);
    const verify::Commitment com = keys::commitment(dek);
    if (sodium_memcmp(com.bytes.data(), header.com.bytes.data(), com.bytes.size()) != 0)
        return Error{Code::commitment, "the wrap holds another key"};
    return dek;
}

}  // namespace parapet::open
