// core_hash = H("parapet/1/core", header || u32 n || SHA-256(chunk 0) || …), from bytes that arrive in any
// cut: a file, an upload piece by piece, or chunk hashes somebody kept.
#pragma once

#include <vector>

#include "crypto/base/sha256.h"
#include "crypto/verify/lengths.h"

namespace parapet::verify {

using HeaderBytes = std::span<const std::uint8_t, kHeaderSize>;

// Feed a core from its first byte, in pieces of any size. Keeps 32 bytes a chunk: 512 KiB at the most.
class CoreHasher {
public:
    CoreHasher& update(ByteView core_bytes);
    // truncated when not even one byte of a chunk came. Ends this object's work.
    [[nodiscard]] Result<Hash> finish();

private:
    Bytes header_;
    Sha256 chunk_;
    std::uint64_t in_chunk_ = 0;
    std::vector<Hash> chunks_;
};

[[nodiscard]] Result<Hash> core_hash(ByteView core);
[[nodiscard]] Hash core_hash_of(HeaderBytes header, std::span<const Hash> chunk_hashes);

}  // namespace parapet::verify
