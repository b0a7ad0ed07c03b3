// Tags: how the log names a case and its objects without saying which they are (crypto/SPEC.md section 10).
// K_case never leaves the reviewer service. K_tag goes to the desks that may see the case, so that they can
// compute the tags themselves before they sign.
#pragma once

#include "crypto/base/bytes.h"
#include "crypto/base/secret.h"

namespace parapet::verify {

using CaseSecret = Secret<32, struct CaseSecretTag>;  // K_case
using TagKey = Secret<32, struct TagKeyTag>;          // K_tag
using StoreKey = Secret<32, struct StoreKeyTag>;      // K_store: encrypts wraps at rest

[[nodiscard]] TagKey tag_key_of(const CaseSecret& secret);
[[nodiscard]] StoreKey store_key_of(const CaseSecret& secret);

[[nodiscard]] LogTag case_tag(const TagKey& key, const CaseId& case_id);                           // ctag
[[nodiscard]] LogTag object_tag(const TagKey& key, const EnvelopeId& env, const Hash& core_hash);  // otag
[[nodiscard]] Hash tag_key_hash(const TagKey& key);  // `tagkey` of a received leaf

}  // namespace parapet::verify
