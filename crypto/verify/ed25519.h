// Ed25519 verification, strict: the same signatures are accepted here and in crypto/web.
#pragma once

#include "crypto/base/bytes.h"
#include "crypto/base/hash.h"

namespace parapet::verify {

// S below the group order; A and R canonical and not of small order; encode(S·B − h·A) is the bytes of R.
[[nodiscard]] bool verify_ed25519(const SignKey& key, ByteView message, const Signature& signature);
// The same over L(label, message).
[[nodiscard]] bool verify_labelled(const SignKey& key, Label label, ByteView message,
                                   const Signature& signature);

// bad_key unless the key is a canonical point of the prime-order group. Asked of every key that stands in
// a root, a roster or an enrolment; a reporter's own key needs only verify_ed25519.
[[nodiscard]] Status check_enrolled_key(const SignKey& key);

// case_id = H("parapet/1/mailbox", sign_pk)[:16].
[[nodiscard]] CaseId case_id_of(const SignKey& key);
// rid = H("parapet/1/rid", seal_pk)[:16].
[[nodiscard]] RecipientId rid_of(const SealKey& key);
// The actor of the service's own events: H("parapet/1/rid", service pk)[:16].
[[nodiscard]] RecipientId service_actor(const SignKey& service_key);

}  // namespace parapet::verify
