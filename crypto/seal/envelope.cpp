#include "crypto/seal/envelope.h"

#include <algorithm>

#include "crypto/verify/core_hash.h"

namespace parapet::seal {
namespace {

// u32(len json) || json || author_pk || Sig(author, env_id || json)
Plaintext signed_content(const EnvelopeId& env, const Plaintext& json, const sign::SigningKey& author) {
    Plaintext to_sign(EnvelopeId::kSize + json.size());
    std::ranges::copy(env.bytes, to_sign.reveal_for_writing().begin());
    std::ranges::copy(json.reveal(), to_sign.reveal_for_writing().subspan(EnvelopeId::kSize).begin());
    const Signature signature = author.sign_labelled("parapet/1/msg", to_sign.reveal());

    Bytes length;
    put_u32(length, static_cast<std::uint32_t>(json.size()));
    Plaintext out(length.size() + json.size() + SignKey::kSize + Signature::kSize);
    auto at = std::ranges::copy(length, out.reveal_for_writing().begin()).out;
    at = std::ranges::copy(json.reveal(), at).out;
    at = std::ranges::copy(author.public_key().bytes, at).out;
    std::ranges::copy(signature.bytes, at);
    return out;
}

}  // namespace

Sealer::Sealer(const verify::EnvelopeHeader& header, Padded padded, keys::Dek dek)
    : header_(header),
      env_(header.env_id()),
      padded_(padded),
      dek_(std::move(dek)),
      key_(keys::content_key(dek_, env_)) {}

Result<Sealer> Sealer::begin(const HeaderFields& fields, const Source& content, keys::Dek dek) {
    const verify::EnvelopeHeader header{fields.kind,        fields.author,        fields.deployment,
                                        fields.case_id,     fields.seq,           fields.part,
                                        fields.roster_hash, keys::commitment(dek)};
    TRY_(header.check());
    TRY(const Padded padded, Padded::of(fields.kind, content));
    return Sealer(header, padded, std::move(dek));
}

Result<Bytes> Sealer::chunk(std::uint64_t i) const {
    TRY(const Plaintext piece, padded_.piece(i));
    return keys::aead_seal(key_, keys::chunk_nonce(i, i + 1 == chunks()), env_, piece.reveal());
}

Result<SealedMessage> seal_message(const HeaderFields& fields, const Plaintext& json,
                                   const sign::SigningKey& author, Random& random) {
    return seal_message(fields, json, author, keys::Dek::random(random));
}

Result<SealedMessage> seal_message(const HeaderFields& fields, const Plaintext& json,
                                   const sign::SigningKey& author, keys::Dek dek) {
    INVARIANT(fields.kind != verify::Kind::attachment);
    if (json.size() > verify::kMaxJson) return Error{Code::too_large, "content has at most 1 MiB"};
    const verify::EnvelopeHeader header{fields.kind,        fields.author,        fields.deployment,
                                        fields.case_id,     fields.seq,           fields.part,
                                        fields.roster_hash, keys::commitment(dek)};
    const Plaintext content = signed_content(header.env_id(), json, author);
    const MemorySource source(content.reveal());
    TRY(Sealer sealer, Sealer::begin(fields, source, std::move(dek)));

    Bytes core = header.encode();
    for (std::uint64_t i = 0; i < sealer.chunks(); ++i) {
        TRY(const Bytes chunk, sealer.chunk(i));
        put(core, chunk);
    }
    TRY(const Hash core_hash, verify::core_hash(core));
    return SealedMessage{header, sealer.env_id(), std::move(core), core_hash, sealer.dek().duplicate()};
}

}  // namespace parapet::seal
