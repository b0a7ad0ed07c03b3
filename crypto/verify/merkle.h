// The tree of the audit log (RFC 6962 section 2.1, RFC 9162 section 2.1).
//
//              root(7)
//             /       \              Nodes are named by level and number: node(2, 0) is the root of leaves
//        node(2,0)     ·             0-3. Only complete subtrees are nodes that a store keeps, and they
//        /      \     / \            never change. What hangs at the right edge (·) is computed.
//       ·        ·   ·   leaf 6
//      0 1      2 3 4 5
#pragma once

#include <vector>

#include "crypto/base/bytes.h"
#include "crypto/verify/proof.h"

namespace parapet::verify {

[[nodiscard]] Hash leaf_hash(ByteView leaf);  // SHA-256(0x00 || leaf)
[[nodiscard]] Hash node_hash(const Hash& left, const Hash& right);
[[nodiscard]] Hash empty_root();  // SHA-256("")

struct TreeNode {
    std::uint8_t level = 0;
    std::uint64_t number = 0;
    Hash hash;
    friend bool operator==(const TreeNode&, const TreeNode&) = default;
};

// Where complete subtrees are kept. node(level, number) covers leaves number·2^level up to the next.
class NodeReader {
public:
    NodeReader() = default;
    NodeReader(const NodeReader&) = delete;
    NodeReader& operator=(const NodeReader&) = delete;
    virtual ~NodeReader() = default;
    [[nodiscard]] virtual Result<Hash> node(std::uint8_t level, std::uint64_t number) const = 0;
};

// The right edge: enough to add leaves and to give the root.
class Frontier {
public:
    Frontier() = default;
    [[nodiscard]] static Result<Frontier> load(std::uint64_t size, const NodeReader& nodes);

    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] Hash root() const;
    // Adds one leaf. Returns the nodes that became complete, the leaf's own (level 0) first: store them all.
    std::vector<TreeNode> append(const Hash& leaf);

private:
    std::uint64_t size_ = 0;
    std::vector<Hash> peaks_;  // complete subtrees from left to right, one for each bit of size_
};

// Over a store of `size` leaves at the least. malformed when the numbers do not fit together.
[[nodiscard]] Result<Hash> root_at(std::uint64_t size, const NodeReader& nodes);
[[nodiscard]] Result<InclusionProof> prove_inclusion(std::uint64_t index, std::uint64_t size,
                                                     const NodeReader& nodes);
[[nodiscard]] Result<ConsistencyProof> prove_consistency(std::uint64_t old_size, std::uint64_t new_size,
                                                         const NodeReader& nodes);

}  // namespace parapet::verify
