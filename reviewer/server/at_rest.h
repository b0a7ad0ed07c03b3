// Members' wraps as they lie in case.db: sealed once more under the case's own K_store, so that destroying
// one secret destroys all of a case's wraps, in backups too (crypto/SPEC.md section 10).
//
//     nonce(12) || AEAD(K_store, nonce, ad = case_id || env_id, wrapset)       a fresh nonce at every write
//
// Custodians' shares, and those they handed on, lie in the same way.
//
// The only file of a server that encrypts anything. It never sees a content key: a wrap is ciphertext
// already.
#pragma once

#include "crypto/verify/tags.h"
#include "crypto/verify/wrapset.h"

namespace parapet::reviewer {

[[nodiscard]] Bytes seal_at_rest(const verify::StoreKey& key, const CaseId& case_id,
                                 const verify::Wrapset& wraps, Random& random);
[[nodiscard]] Bytes seal_at_rest(const verify::StoreKey& key, const CaseId& case_id,
                                 const verify::ShareWrapset& shares, Random& random);
// decrypt when it is not a wrapset of this envelope that was sealed for this case.
[[nodiscard]] Result<verify::Wrapset> open_at_rest(const verify::StoreKey& key, const CaseId& case_id,
                                                   const EnvelopeId& env, ByteView sealed);
[[nodiscard]] Result<verify::ShareWrapset> open_shares_at_rest(const verify::StoreKey& key,
                                                               const CaseId& case_id, const EnvelopeId& env,
                                                               ByteView sealed);

}  // namespace parapet::reviewer
