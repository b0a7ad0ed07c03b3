#include "crypto/seal/wrap.h"

#include <algorithm>

#include "crypto/verify/ed25519.h"

namespace parapet::seal {
namespace {

Result<verify::Wrap> wrap_one(const EnvelopeId& env, const keys::Dek& dek, const SealKey& recipient,
                              Random& random) {
    const RecipientId rid = verify::rid_of(recipient);
    TRY(const keys::Encapsulated to, keys::encapsulate(recipient, random));
    const Bytes context = keys::wrap_context(env, rid);
    Bytes blob(to.ciphertext.bytes.begin(), to.ciphertext.bytes.end());
    put(blob, keys::aead_seal(keys::wrap_key(to.secret.reveal(), context), keys::AeadNonce{}, context,
                              dek.reveal()));
    TRY(const verify::WrapBlob out, verify::WrapBlob::from(blob));
    return verify::Wrap{rid, out};
}

}  // namespace

Result<verify::Wrapset> wrap(const EnvelopeId& env, const keys::Dek& dek, std::span<const SealKey> recipients,
                             Random& random) {
    if (recipients.empty() || recipients.size() > verify::kMaxWraps)
        return Error{Code::malformed, "an envelope has 1 to 64 recipients"};
    verify::Wrapset out{env, {}};
    for (const SealKey& recipient : recipients) {
        TRY(verify::Wrap one, wrap_one(env, dek, recipient, random));
        out.wraps.push_back(std::move(one));
    }
    std::ranges::sort(out.wraps, {}, &verify::Wrap::rid);
    if (std::ranges::adjacent_find(out.wraps, {}, &verify::Wrap::rid) != out.wraps.end())
        return Error{Code::duplicate, "a recipient stands twice"};
    return out;
}

}  // namespace parapet::seal
