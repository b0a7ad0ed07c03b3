// A tree kept in memory, as a store keeps it: complete nodes by level and number.
#pragma once

#include <map>
#include <vector>

#include "crypto/verify/merkle.h"

namespace parapet::cast {

class KeptNodes final : public verify::NodeReader {
public:
    explicit KeptNodes(const std::vector<Bytes>& leaves);
    void append(ByteView leaf);
    // not_found for a node that is not complete.
    [[nodiscard]] Result<Hash> node(std::uint8_t level, std::uint64_t number) const override;
    [[nodiscard]] const verify::Frontier& frontier() const { return frontier_; }

private:
    std::map<std::pair<std::uint8_t, std::uint64_t>, Hash> nodes_;
    verify::Frontier frontier_;
};

// Leaf i is u32(i).
[[nodiscard]] std::vector<Bytes> numbered_leaves(std::uint64_t n);

}  // namespace parapet::cast
