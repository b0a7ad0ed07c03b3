#include "tests/vectors/make/raw_core.h"

#include <algorithm>

#include "crypto/verify/lengths.h"
#include "tests/crypto/cast.h"

namespace parapet::vectors {

keys::Dek dek(std::string_view name) {
    cast::FixedRandom random("dek " + std::string(name));
    return keys::Dek::random(random);
}

verify::EnvelopeHeader committed(verify::Kind kind, std::uint32_t seq, std::uint32_t part,
                                 std::string_view name) {
    verify::EnvelopeHeader out = cast::header(kind, seq, part);
    out.com = keys::commitment(dek(name));
    return out;
}

Bytes padded(ByteView content, std::uint64_t size) {
    Bytes out;
    put_u64(out, content.size());
    put(out, content);
    out.resize(static_cast<std::size_t>(std::max<std::uint64_t>(size, out.size())));
    return out;
}

Bytes raw_core(const verify::EnvelopeHeader& header, const keys::Dek& key, ByteView p, std::uint64_t last) {
    const EnvelopeId env = header.env_id();
    const keys::AeadKey content_key = keys::content_key(key, env);
    Bytes out = header.encode();
    const std::uint64_t chunks = verify::chunk_count(p.size());
    if (last == kRightOne) last = chunks - 1;
    for (std::uint64_t i = 0; i < chunks; ++i) {
        const std::size_t from = static_cast<std::size_t>(i * verify::kPieceSize);
        const ByteView piece = p.subspan(from, std::min<std::size_t>(verify::kPieceSize, p.size() - from));
        put(out, keys::aead_seal(content_key, keys::chunk_nonce(i, i == last), env, piece));
    }
    return out;
}

Bytes good_core(const verify::EnvelopeHeader& header, const keys::Dek& key, ByteView content) {
    return raw_core(header, key, padded(content, verify::padlen(header.kind, 8 + content.size()).value()));
}

}  // namespace parapet::vectors
