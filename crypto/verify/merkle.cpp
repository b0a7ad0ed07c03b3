#include "crypto/verify/merkle.h"

#include <bit>

#include "crypto/base/hash.h"

namespace parapet::verify {
namespace {

struct Range {
    std::uint64_t begin, end;
    [[nodiscard]] std::uint64_t size() const { return end - begin; }
    // The largest power of two below the size: where RFC 6962 splits.
    [[nodiscard]] std::uint64_t middle() const { return begin + std::bit_floor(size() - 1); }
};

// The hash of a range as it appears in a tree. Ranges that a tree splits off are complete or on its edge.
Result<Hash> range_hash(Range range, const NodeReader& nodes) {
    if (range.size() == 0) return empty_root();
    if (std::has_single_bit(range.size())) {
        const auto level = static_cast<std::uint8_t>(std::countr_zero(range.size()));
        return nodes.node(level, range.begin >> level);
    }
    TRY(const Hash left, range_hash({range.begin, range.middle()}, nodes));
    TRY(const Hash right, range_hash({range.middle(), range.end}, nodes));
    return node_hash(left, right);
}

// PATH(m, D[n]) of RFC 9162 section 2.1.3.1.
Status add_path(std::uint64_t index, Range range, const NodeReader& nodes, std::vector<Hash>& out) {
    if (range.size() == 1) return Done{};
    const Range left{range.begin, range.middle()}, right{range.middle(), range.end};
    const bool in_left = index < right.begin;
    TRY_(add_path(index, in_left ? left : right, nodes, out));
    TRY(const Hash sibling, range_hash(in_left ? right : left, nodes));
    out.push_back(sibling);
    return Done{};
}

// SUBPROOF(m, D[n], b) of RFC 9162 section 2.1.4.1. `known`: the verifier has this range's old root.
Status add_subproof(std::uint64_t old_size, Range range, bool known, const NodeReader& nodes,
                    std::vector<Hash>& out) {
    if (old_size == range.end) {
        if (known) return Done{};
        TRY(const Hash own, range_hash(range, nodes));
        out.push_back(own);
        return Done{};
    }
    const Range left{range.begin, range.middle()}, right{range.middle(), range.end};
    const bool in_left = old_size <= right.begin;
    TRY_(add_subproof(old_size, in_left ? left : right, known && in_left, nodes, out));
    TRY(const Hash sibling, range_hash(in_left ? right : left, nodes));
    out.push_back(sibling);
    return Done{};
}

}  // namespace

Hash leaf_hash(ByteView leaf) {
    constexpr std::array<std::uint8_t, 1> kLeaf{0};
    return Sha256().update(kLeaf).update(leaf).finish();
}

Hash node_hash(const Hash& left, const Hash& right) {
    constexpr std::array<std::uint8_t, 1> kNode{1};
    return Sha256().update(kNode).update(left).update(right).finish();
}

Hash empty_root() { return sha256({}); }

Result<Frontier> Frontier::load(std::uint64_t size, const NodeReader& nodes) {
    Frontier out;
    out.size_ = size;
    std::uint64_t begin = 0;
    for (int level = 63; level >= 0; --level) {
        const std::uint64_t width = std::uint64_t{1} << level;
        if ((size & width) == 0) continue;
        TRY(const Hash peak, nodes.node(static_cast<std::uint8_t>(level), begin >> level));
        out.peaks_.push_back(peak);
        begin += width;
    }
    return out;
}

Hash Frontier::root() const {
    if (peaks_.empty()) return empty_root();
    Hash out = peaks_.back();
    for (auto left = peaks_.rbegin() + 1; left != peaks_.rend(); ++left) out = node_hash(*left, out);
    return out;
}

std::vector<TreeNode> Frontier::append(const Hash& leaf) {
    std::vector<TreeNode> complete{{0, size_, leaf}};
    for (std::uint64_t rest = size_; rest % 2 == 1; rest /= 2) {
        const TreeNode& right = complete.back();
        complete.push_back({static_cast<std::uint8_t>(right.level + 1), right.number / 2,
                            node_hash(peaks_.back(), right.hash)});
        peaks_.pop_back();
    }
    peaks_.push_back(complete.back().hash);
    ++size_;
    return complete;
}

Result<Hash> root_at(std::uint64_t size, const NodeReader& nodes) { return range_hash({0, size}, nodes); }

Result<InclusionProof> prove_inclusion(std::uint64_t index, std::uint64_t size, const NodeReader& nodes) {
    if (index >= size) return Error{Code::malformed, "no such leaf in a tree of this size"};
    InclusionProof out{index, size, {}};
    TRY_(add_path(index, {0, size}, nodes, out.path));
    return out;
}

Result<ConsistencyProof> prove_consistency(std::uint64_t old_size, std::uint64_t new_size,
                                           const NodeReader& nodes) {
    if (old_size > new_size) return Error{Code::malformed, "a tree does not shrink"};
    ConsistencyProof out{old_size, new_size, {}};
    if (old_size > 0) TRY_(add_subproof(old_size, {0, new_size}, true, nodes, out.path));
    return out;
}

}  // namespace parapet::verify
