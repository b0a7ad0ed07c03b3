#include "crypto/verify/tags.h"

#include "crypto/base/hash.h"

namespace parapet::verify {
namespace {

LogTag tag(const TagKey& key, ByteView in) { return first_of<LogTag>(hmac_sha256(key.reveal(), in)); }

}  // namespace

TagKey tag_key_of(const CaseSecret& secret) { return kdf<TagKey>(secret.reveal(), "parapet/1/tag", {}); }

StoreKey store_key_of(const CaseSecret& secret) {
    return kdf<StoreKey>(secret.reveal(), "parapet/1/store", {});
}

LogTag case_tag(const TagKey& key, const CaseId& case_id) {
    return tag(key, labelled("parapet/1/ctag", case_id));
}

LogTag object_tag(const TagKey& key, const EnvelopeId& env, const Hash& core_hash) {
    Bytes object;
    put(object, env);
    put(object, core_hash);
    return tag(key, labelled("parapet/1/otag", object));
}

Hash tag_key_hash(const TagKey& key) { return labelled_hash("parapet/1/tagkey", key.reveal()); }

}  // namespace parapet::verify
