#include "crypto/keys/aead.h"
#include "crypto/keys/dek.h"
#include "crypto/open/envelope.h"
#include "crypto/verify/header.h"
#include "crypto/verify/lengths.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::padding_test {

Bytes sealed(const verify::EnvelopeHeader& header, const keys::Dek& dek, ByteView p) {
    const EnvelopeId env = header.env_id();
    const keys::AeadKey key = keys::content_key(dek, env);
    Bytes out = header.encode();
    for (std::uint64_t i = 0; !p.empty(); ++i) {
        const auto piece = p.first(std::min<std::size_t>(p.size(), verify::kPieceSize));
        p = p.subspan(piece.size());
        put(out, keys::aead_seal(key, keys::chunk_nonce(i, p.empty()), env, piece));
    }
    return out;
}

Result<Json> run(const Json& in) {
    TRY(const auto header, verify::EnvelopeHeader::parse(bytes_of(in, "header")));
    const auto dek = keys::Dek::copy(fixed_of<Hash>(in, "dek").bytes);
    TRY(const Plaintext content, open::open_core(sealed(header, dek, bytes_of(in, "p")), dek));
    return Json{{"content", packed(content.reveal())}};
}

TEST_CASE("padding opens or is refused as the vectors say") { run_group("padding", run); }

}  // namespace parapet::vectors::padding_test
