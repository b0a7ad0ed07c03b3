// The part of CaseLook and CaseAct that is the audit log.
#include <algorithm>

#include "vault/case_act.h"
#include "vault/log_nodes.h"

namespace parapet::vault {

Result<Hash> LogNodes::node(std::uint8_t level, std::uint64_t number) const {
    TRY(auto row, level == 0
                      ? db_.query("SELECT hash FROM leaves WHERE idx = ?1", {number})
                      : db_.query("SELECT hash FROM nodes WHERE level = ?1 AND idx = ?2", {level, number}));
    TRY_(row.expect({Code::storage, "the log's tree is damaged: a node is missing"}));
    return row.fixed<Hash>(0);
}

Result<std::uint64_t> CaseLook::size() const {
    TRY(auto row, db_.query("SELECT coalesce(max(idx) + 1, 0) FROM leaves"));
    TRY_(row.expect({Code::storage, "the store did not count"}));
    return row.number<std::uint64_t>(0);
}

Result<TreeHead> CaseLook::head() const {
    TreeHead out;
    TRY(out.size, size());
    TRY(out.root, verify::root_at(out.size, LogNodes(db_)));
    return out;
}

Result<Hash> CaseLook::root_at(std::uint64_t wanted) const {
    TRY(const std::uint64_t now, size());
    if (wanted > now) return Error{Code::malformed, "the log never had that size"};
    return verify::root_at(wanted, LogNodes(db_));
}

Result<verify::InclusionProof> CaseLook::inclusion(std::uint64_t index, std::uint64_t wanted) const {
    TRY(const std::uint64_t now, size());
    if (wanted > now) return Error{Code::malformed, "the log never had that size"};
    return verify::prove_inclusion(index, wanted, LogNodes(db_));
}

Result<verify::ConsistencyProof> CaseLook::consistency(std::uint64_t old_size, std::uint64_t wanted) const {
    TRY(const std::uint64_t now, size());
    if (wanted > now) return Error{Code::malformed, "the log never had that size"};
    return verify::prove_consistency(old_size, wanted, LogNodes(db_));
}

Result<Bytes> CaseLook::leaf(std::uint64_t index) const {
    TRY(auto row, db_.query("SELECT bytes FROM leaves WHERE idx = ?1", {index}));
    TRY_(row.expect({Code::not_found, "no such leaf"}));
    return row.bytes(0);
}

Result<std::optional<std::uint64_t>> CaseLook::find_leaf(const NewLeaf& leaf) const {
    TRY(auto row,
        db_.query("SELECT idx, bytes FROM leaves WHERE actor = ?1 AND nonce = ?2", {leaf.actor, leaf.nonce}));
    TRY(const bool there, row.next());
    if (!there) return std::optional<std::uint64_t>();
    if (!std::ranges::equal(row.view(1), leaf.bytes))
        return Error{Code::duplicate, "this actor used the nonce for another leaf"};
    TRY(const auto index, row.number<std::uint64_t>(0));
    return std::optional(index);
}

Result<StoredCheckpoint> CaseLook::checkpoint() const {
    TRY(auto row, db_.query("SELECT size, root, note FROM checkpoint"));
    TRY_(row.expect({Code::not_found, "no checkpoint was signed yet"}));
    StoredCheckpoint out;
    TRY(out.head.size, row.number<std::uint64_t>(0));
    TRY(out.head.root, row.fixed<Hash>(1));
    out.note = row.bytes(2);
    return out;
}

Result<LeafPlace> CaseAct::append_leaf(const NewLeaf& leaf) {
    TRY(const auto before, find_leaf(leaf));
    if (before) return LeafPlace{*before, true};
    TRY(const std::uint64_t index, size());
    TRY(verify::Frontier edge, verify::Frontier::load(index, LogNodes(db_)));
    for (const verify::TreeNode& node : edge.append(verify::leaf_hash(leaf.bytes))) {
        if (node.level == 0) {
            TRY_(db_.run("INSERT INTO leaves (idx, hash, actor, nonce, bytes) VALUES (?1, ?2, ?3, ?4, ?5)",
                         {index, node.hash, leaf.actor, leaf.nonce, leaf.bytes}));
        } else {
            TRY_(db_.run("INSERT INTO nodes (level, idx, hash) VALUES (?1, ?2, ?3)",
                         {node.level, node.number, node.hash}));
        }
    }
    return LeafPlace{index, false};
}

}  // namespace parapet::vault
