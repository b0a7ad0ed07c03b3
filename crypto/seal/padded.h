// P = u64(len C) || C || zeros: what is cut into pieces and sealed.
#pragma once

#include "crypto/base/secret.h"
#include "crypto/base/source.h"
#include "crypto/verify/lengths.h"

namespace parapet::seal {

class Padded {
public:
    // too_large.
    [[nodiscard]] static Result<Padded> of(verify::Kind kind, const Source& content);

    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] std::uint64_t pieces() const { return verify::chunk_count(size_); }
    // The i-th piece: 65 536 bytes, or what is left. The source must outlive this object.
    [[nodiscard]] Result<Plaintext> piece(std::uint64_t i) const;

private:
    Padded(const Source& content, std::uint64_t size) : content_(&content), size_(size) {}
    const Source* content_;
    std::uint64_t size_;
};

}  // namespace parapet::seal
