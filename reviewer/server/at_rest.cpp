#include "reviewer/server/at_rest.h"

#include <sodium.h>

namespace parapet::reviewer {
namespace {

constexpr std::size_t kNonce = crypto_aead_chacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTag = crypto_aead_chacha20poly1305_ietf_ABYTES;

Bytes additional_data(const CaseId& case_id, const EnvelopeId& env) {
    Bytes out;
    put(out, case_id);
    put(out, env);
    return out;
}

constexpr Error kRefused{Code::decrypt, "stored wraps that do not belong to this object"};

template <class Set>
Bytes seal_set(const verify::StoreKey& key, const CaseId& case_id, const Set& wraps, Random& random) {
    const Bytes plain = wraps.encode();
    const Bytes ad = additional_data(case_id, wraps.env);
    Bytes out(kNonce + plain.size() + kTag);
    random.fill(MutableBytes(out).first(kNonce));
    crypto_aead_chacha20poly1305_ietf_encrypt(out.data() + kNonce, nullptr, plain.data(), plain.size(),
                                              ad.data(), ad.size(), nullptr, out.data(), key.reveal().data());
    return out;
}

template <class Set>
Result<Set> open_set(const verify::StoreKey& key, const CaseId& case_id, const EnvelopeId& env,
                     ByteView sealed) {
    if (sealed.size() < kNonce + kTag) return kRefused;
    const Bytes ad = additional_data(case_id, env);
    const ByteView body = sealed.subspan(kNonce);
    Bytes plain(body.size() - kTag);
    if (crypto_aead_chacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, body.data(), body.size(),
                                                  ad.data(), ad.size(), sealed.data(),
                                                  key.reveal().data()) != 0)
        return kRefused;
    TRY(Set wraps, Set::parse(plain));
    if (wraps.env != env) return kRefused;
    return wraps;
}

}  // namespace

Bytes seal_at_rest(const verify::StoreKey& key, const CaseId& case_id, const verify::Wrapset& wraps,
                   Random& random) {
    return seal_set(key, case_id, wraps, random);
}

Bytes seal_at_rest(const verify::StoreKey& key, const CaseId& case_id, const verify::ShareWrapset& shares,
                   Random& random) {
    return seal_set(key, case_id, shares, random);
}

Result<verify::Wrapset> open_at_rest(const verify::StoreKey& key, const CaseId& case_id,
                                     const EnvelopeId& env, ByteView sealed) {
    return open_set<verify::Wrapset>(key, case_id, env, sealed);
}

Result<verify::ShareWrapset> open_shares_at_rest(const verify::StoreKey& key, const CaseId& case_id,
                                                 const EnvelopeId& env, ByteView sealed) {
    return open_set<verify::ShareWrapset>(key, case_id, env, sealed);
}

}  // namespace parapet::reviewer
