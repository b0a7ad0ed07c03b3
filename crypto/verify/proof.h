// Proofs about the log's tree: that a leaf is in it, that it only grew (crypto/SPEC.md section 10; node
// order and checking of RFC 9162 sections 2.1.3.2 and 2.1.4.2).
#pragma once

#include <vector>

#include "crypto/base/bytes.h"

namespace parapet::verify {

inline constexpr std::size_t kMaxPath = 64;

// u64 index || u64 size || u16 n || n × hash.
struct InclusionProof {
    std::uint64_t index = 0;
    std::uint64_t size = 0;
    std::vector<Hash> path;

    // malformed (also index >= size), too_large (n), truncated, trailing_bytes.
    [[nodiscard]] static Result<InclusionProof> parse(ByteView in);
    [[nodiscard]] Bytes encode() const;
    // bad_proof unless it leads from this leaf hash to this root.
    [[nodiscard]] Status verify(const Hash& leaf_hash, const Hash& root) const;
    friend bool operator==(const InclusionProof&, const InclusionProof&) = default;
};

// u64 old || u64 new || u16 n || n × hash. From the empty tree, and between equal sizes, n is 0.
struct ConsistencyProof {
    std::uint64_t old_size = 0;
    std::uint64_t new_size = 0;
    std::vector<Hash> path;

    // malformed (also old > new), too_large (n), truncated, trailing_bytes.
    [[nodiscard]] static Result<ConsistencyProof> parse(ByteView in);
    [[nodiscard]] Bytes encode() const;
    // forked unless the new root's tree begins with the old root's.
    [[nodiscard]] Status verify(const Hash& old_root, const Hash& new_root) const;
    friend bool operator==(const ConsistencyProof&, const ConsistencyProof&) = default;
};

}  // namespace parapet::verify
