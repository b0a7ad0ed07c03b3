// Reading case.db at one moment. Handed out by CaseStore::read, and, with what the act itself wrote, by
// CaseStore::write. Not to be kept beyond the call.
#pragma once

#include "crypto/verify/merkle.h"
#include "vault/case_rows.h"
#include "vault/sqlite/connection.h"

namespace parapet::vault {

class CaseLook {
public:
    explicit CaseLook(sqlite::Connection& db) : db_(db) {}

    // Cases. not_found where there is none.
    [[nodiscard]] Result<CaseRow> case_of(const CaseId& case_id) const;
    [[nodiscard]] Result<CaseRow> case_by_tag(const LogTag& ctag) const;
    // Newest day first: cases in which `rid` has a wrap and `person` is not recused. `most` at most 100.
    [[nodiscard]] Result<InboxPage> inbox(const PersonId& person, const RecipientId& rid, std::uint32_t first,
                                          std::uint32_t most) const;
    [[nodiscard]] Result<bool> recused(const CaseId& case_id, const PersonId& person) const;
    // The leaves of all recusals from this case, ascending.
    [[nodiscard]] Result<std::vector<std::uint64_t>> recusals(const CaseId& case_id) const;
    // Everyone who has a wrap anywhere in the case, ascending.
    [[nodiscard]] Result<std::vector<RecipientId>> recipients(const CaseId& case_id) const;

    // Records and objects.
    [[nodiscard]] Result<std::vector<Record>> records(const CaseId& case_id) const;  // in leaf order
    [[nodiscard]] Result<Record> record(std::uint64_t leaf) const;
    [[nodiscard]] Result<PlacedObject> object(const EnvelopeId& env_id) const;
    [[nodiscard]] Result<PlacedObject> object_by_tag(const CaseId& case_id, const LogTag& otag) const;
    [[nodiscard]] Result<bool> holds(const EnvelopeId& env_id) const;
    // The core of what the office wrote; not_found for a reporter's, which drop.db has.
    [[nodiscard]] Result<Bytes> core(const EnvelopeId& env_id) const;
    [[nodiscard]] Result<std::uint32_t> next_seq(const CaseId& case_id, Lane lane) const;
    // As put_wrap was given it. not_a_recipient when there is none.
    [[nodiscard]] Result<Bytes> sealed_wrap(const CaseId& case_id, const EnvelopeId& env_id,
                                            const RecipientId& rid) const;

    // Confided names. As put_share was given it; not_a_recipient when there is none.
    [[nodiscard]] Result<Bytes> sealed_share(const EnvelopeId& env_id, const RecipientId& rid) const;
    [[nodiscard]] Result<std::vector<RecipientId>> share_holders(const EnvelopeId& env_id) const;
    [[nodiscard]] Result<UnsealRow> unseal(const Hash& leaf_hash) const;  // not_found
    // Requests of leaves before this one, the newest first.
    [[nodiscard]] Result<std::vector<UnsealRow>> unseals_before(std::uint64_t leaf, std::size_t most) const;
    [[nodiscard]] Result<std::vector<UnsealAnswer>> unseal_answers(std::uint64_t request) const;

    // The log. O(log n) rows each.
    [[nodiscard]] Result<TreeHead> head() const;
    [[nodiscard]] Result<Hash> root_at(std::uint64_t size) const;  // malformed past the end
    [[nodiscard]] Result<verify::InclusionProof> inclusion(std::uint64_t index, std::uint64_t size) const;
    [[nodiscard]] Result<verify::ConsistencyProof> consistency(std::uint64_t old_size,
                                                               std::uint64_t size) const;
    [[nodiscard]] Result<Bytes> leaf(std::uint64_t index) const;  // not_found
    // Where a leaf of this actor and nonce is: nothing, or the index; duplicate when its bytes are others.
    [[nodiscard]] Result<std::optional<std::uint64_t>> find_leaf(const NewLeaf& leaf) const;
    [[nodiscard]] Result<StoredCheckpoint> checkpoint() const;  // not_found before the first

protected:
    [[nodiscard]] Result<std::uint64_t> size() const;
    sqlite::Connection& db_;
};

}  // namespace parapet::vault
