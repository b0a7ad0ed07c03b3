#include "crypto/verify/core_hash.h"

#include <algorithm>

#include "crypto/base/hash.h"

namespace parapet::verify {

CoreHasher& CoreHasher::update(ByteView in) {
    const std::size_t of_header = std::min<std::size_t>(in.size(), kHeaderSize - header_.size());
    put(header_, in.first(of_header));
    in = in.subspan(of_header);
    while (!in.empty()) {
        if (in_chunk_ == kSealedPieceSize) {
            chunks_.push_back(chunk_.finish());
            in_chunk_ = 0;
        }
        const auto n = std::min<std::size_t>(in.size(), kSealedPieceSize - in_chunk_);
        chunk_.update(in.first(n));
        in_chunk_ += n;
        in = in.subspan(n);
    }
    return *this;
}

Result<Hash> CoreHasher::finish() {
    if (in_chunk_ == 0) return Error{Code::truncated, "a core is a header and at least one chunk"};
    chunks_.push_back(chunk_.finish());
    in_chunk_ = 0;
    return core_hash_of(HeaderBytes(header_), chunks_);
}

Result<Hash> core_hash(ByteView core) { return CoreHasher().update(core).finish(); }

Hash core_hash_of(HeaderBytes header, std::span<const Hash> chunk_hashes) {
    Bytes in(header.begin(), header.end());
    in.reserve(in.size() + 4 + 32 * chunk_hashes.size());
    put_u32(in, static_cast<std::uint32_t>(chunk_hashes.size()));
    for (const Hash& h : chunk_hashes) put(in, h);
    return labelled_hash("parapet/1/core", in);
}

}  // namespace parapet::verify
