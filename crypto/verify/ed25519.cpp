#include "crypto/verify/ed25519.h"

#include <sodium.h>

namespace parapet::verify {
bool verify_ed25519(const SignKey& key, ByteView message, const Signature& signature) {
    return crypto_sign_ed25519_verify_detached(signature.bytes.data(), message.data(), message.size(),
                                               key.bytes.data()) == 0;
}

bool verify_labelled(const SignKey& key, Label label, ByteView message, const Signature& signature) {
    return verify_ed25519(key, labelled(label, message), signature);
}

Status check_enrolled_key(const SignKey& key) {
    if (crypto_core_ed25519_is_valid_point(key.bytes.data()) != 1)
        return Error{Code::bad_key, "not a point of the prime-order group"};
    return Done{};
}

CaseId case_id_of(const SignKey& key) { return first_of<CaseId>(labelled_hash("parapet/1/mailbox", key)); }
RecipientId rid_of(const SealKey& key) { return first_of<RecipientId>(labelled_hash("parapet/1/rid", key)); }
RecipientId service_actor(const SignKey& service_key) {
    return first_of<RecipientId>(labelled_hash("parapet/1/rid", service_key));
}

}  // namespace parapet::verify
