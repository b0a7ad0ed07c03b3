#include "tests/crypto/kept_nodes.h"

namespace parapet::cast {

KeptNodes::KeptNodes(const std::vector<Bytes>& leaves) {
    for (const Bytes& leaf : leaves) append(leaf);
}

void KeptNodes::append(ByteView leaf) {
    for (const verify::TreeNode& node : frontier_.append(verify::leaf_hash(leaf)))
        INVARIANT(nodes_.emplace(std::pair{node.level, node.number}, node.hash).second);
}

Result<Hash> KeptNodes::node(std::uint8_t level, std::uint64_t number) const {
    const auto at = nodes_.find({level, number});
    if (at == nodes_.end()) return Error{Code::not_found, "this node is not complete"};
    return at->second;
}

std::vector<Bytes> numbered_leaves(std::uint64_t n) {
    std::vector<Bytes> out;
    for (std::uint64_t i = 0; i < n; ++i) {
        Bytes leaf;
        put_u32(leaf, static_cast<std::uint32_t>(i));
        out.push_back(leaf);
    }
    return out;
}

}  // namespace parapet::cast
