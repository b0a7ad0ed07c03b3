// The audit log's tree as its rows: level 0 is the leaves, the levels above are complete subtrees.
#pragma once

#include "crypto/verify/merkle.h"
#include "vault/sqlite/connection.h"

namespace parapet::vault {

class LogNodes final : public verify::NodeReader {
public:
    explicit LogNodes(sqlite::Connection& db) : db_(db) {}
    // storage when the row is missing: the tree does not hold what its size says.
    [[nodiscard]] Result<Hash> node(std::uint8_t level, std::uint64_t number) const override;

private:
    sqlite::Connection& db_;
};

}  // namespace parapet::vault
