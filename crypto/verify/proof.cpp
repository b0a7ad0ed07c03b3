#include "crypto/verify/proof.h"

#include <bit>

#include "crypto/base/reader.h"
#include "crypto/verify/merkle.h"

namespace parapet::verify {
namespace {

struct ProofBytes {
    std::uint64_t first, second;
    std::vector<Hash> path;
};

Result<ProofBytes> parse_proof(ByteView in) {
    Reader r(in);
    ProofBytes out{};
    TRY(out.first, r.take_u64());
    TRY(out.second, r.take_u64());
    TRY(const std::uint16_t n, r.take_u16());
    if (n > kMaxPath) return Error{Code::too_large, "a proof has at most 64 nodes"};
    for (std::uint16_t i = 0; i < n; ++i) {
        TRY(const Hash node, r.take_fixed<Hash>());
        out.path.push_back(node);
    }
    TRY_(r.finish());
    return out;
}

Bytes encode_proof(std::uint64_t first, std::uint64_t second, const std::vector<Hash>& path) {
    INVARIANT(path.size() <= kMaxPath);
    Bytes out;
    put_u64(out, first);
    put_u64(out, second);
    put_u16(out, static_cast<std::uint16_t>(path.size()));
    for (const Hash& node : path) put(out, node);
    return out;
}

constexpr Error kNotIncluded{Code::bad_proof, "the path does not lead to the root"};
constexpr Error kForked{Code::forked, "the new tree does not begin with the old one"};

}  // namespace

Result<InclusionProof> InclusionProof::parse(ByteView in) {
    TRY(ProofBytes raw, parse_proof(in));
    if (raw.first >= raw.second) return Error{Code::malformed, "no such leaf in a tree of this size"};
    return InclusionProof{raw.first, raw.second, std::move(raw.path)};
}

Bytes InclusionProof::encode() const { return encode_proof(index, size, path); }

Status InclusionProof::verify(const Hash& leaf_hash, const Hash& root) const {
    if (index >= size) return kNotIncluded;
    std::uint64_t fn = index, sn = size - 1;
    Hash r = leaf_hash;
    for (const Hash& p : path) {
        if (sn == 0) return kNotIncluded;
        if (fn % 2 == 1 || fn == sn) {
            r = node_hash(p, r);
            // On the right edge: the levels on which this node has no sibling.
            while (fn % 2 == 0 && fn != 0) fn /= 2, sn /= 2;
        } else {
            r = node_hash(r, p);
        }
        fn /= 2;
        sn /= 2;
    }
    if (sn != 0 || r != root) return kNotIncluded;
    return Done{};
}

Result<ConsistencyProof> ConsistencyProof::parse(ByteView in) {
    TRY(ProofBytes raw, parse_proof(in));
    if (raw.first > raw.second) return Error{Code::malformed, "a tree does not shrink"};
    return ConsistencyProof{raw.first, raw.second, std::move(raw.path)};
}

Bytes ConsistencyProof::encode() const { return encode_proof(old_size, new_size, path); }

Status ConsistencyProof::verify(const Hash& old_root, const Hash& new_root) const {
    if (old_size > new_size) return kForked;
    if (old_size == new_size || old_size == 0) {
        const Hash& expected = old_size == 0 ? empty_root() : new_root;
        const bool same_size = old_size == new_size;
        if (!path.empty() || old_root != expected || (same_size && old_root != new_root)) return kForked;
        return Done{};
    }
    std::vector<Hash> nodes;
    if (std::has_single_bit(old_size)) nodes.push_back(old_root);
    nodes.insert(nodes.end(), path.begin(), path.end());
    if (nodes.empty()) return kForked;

    std::uint64_t fn = old_size - 1, sn = new_size - 1;
    while (fn % 2 == 1) fn /= 2, sn /= 2;
    Hash fr = nodes[0], sr = nodes[0];
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        if (sn == 0) return kForked;
        if (fn % 2 == 1 || fn == sn) {
            fr = node_hash(nodes[i], fr);
            sr = node_hash(nodes[i], sr);
            while (fn % 2 == 0 && fn != 0) fn /= 2, sn /= 2;
        } else {
            sr = node_hash(sr, nodes[i]);
        }
        fn /= 2;
        sn /= 2;
    }
    if (sn != 0 || fr != old_root || sr != new_root) return kForked;
    return Done{};
}

}  // namespace parapet::verify
