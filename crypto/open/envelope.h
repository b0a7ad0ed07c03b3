// Opening one envelope (crypto/SPEC.md section 3). No byte of the content is given out before all of it
// verified.
#pragma once

#include "crypto/base/source.h"
#include "crypto/keys/dek.h"

namespace parapet::open {

// The content C of a core that lies in memory. The form of the header, bad_length, commitment, truncated,
// decrypt, padding.
[[nodiscard]] Result<Plaintext> open_core(ByteView core, const keys::Dek& dek);

// A core too large for memory, read by position. First verify(), over all of it; then piece() by piece().
class StreamedOpener {
public:
    // The core must be the one its parent announced: core_hash. The source must outlive this object.
    [[nodiscard]] static Result<StreamedOpener> verify(const Source& core, const Hash& core_hash,
                                                       const keys::Dek& dek);

    [[nodiscard]] std::uint64_t content_size() const { return content_size_; }
    [[nodiscard]] std::uint64_t pieces() const { return chunks_; }
    // The part of the content in the i-th piece; empty where there is padding only. decrypt or io when the
    // source is no longer what verify() saw.
    [[nodiscard]] Result<Plaintext> piece(std::uint64_t i) const;

private:
    StreamedOpener(const Source& core, const EnvelopeId& env, keys::AeadKey key);
    [[nodiscard]] Result<Plaintext> open_chunk(std::uint64_t i) const;
    [[nodiscard]] Status verify_all(const verify::EnvelopeHeader& header, const Hash& core_hash);

    const Source* core_;
    EnvelopeId env_;
    keys::AeadKey key_;
    std::uint64_t padded_ = 0;
    std::uint64_t chunks_ = 0;
    std::uint64_t content_size_ = 0;
};

}  // namespace parapet::open
