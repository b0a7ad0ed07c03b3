#include "vault/case_look.h"

namespace parapet::vault {
namespace {

// Columns of an object, from `first`: env_id, otag, lane, kind, seq, part, core_len, core_hash, digests,
// file.
Result<CaseObject> object_of(const sqlite::Rows& row, int first) {
    CaseObject out;
    TRY(out.env_id, row.fixed<EnvelopeId>(first));
    TRY(out.otag, row.fixed<LogTag>(first + 1));
    TRY(const auto lane, row.number<std::uint8_t>(first + 2));
    out.lane = static_cast<Lane>(lane);  // 1, 3 or 4 by the table's own check
    TRY(out.kind, row.number<std::uint8_t>(first + 3));
    TRY(out.seq, row.number<std::uint32_t>(first + 4));
    TRY(out.part, row.number<std::uint32_t>(first + 5));
    TRY(out.core_len, row.number<std::uint64_t>(first + 6));
    TRY(out.core_hash, row.fixed<Hash>(first + 7));
    out.digests = row.bytes(first + 8);
    if (!row.null(first + 9)) {
        TRY(out.file, row.fixed<UploadId>(first + 9));
    }
    return out;
}

Result<PlacedObject> placed_of(sqlite::Rows& row) {
    TRY_(row.expect({Code::not_found, "no such object"}));
    PlacedObject out;
    TRY(out.case_id, row.fixed<CaseId>(0));
    TRY(out.leaf, row.number<std::uint64_t>(1));
    TRY(out.object, object_of(row, 2));
    return out;
}

Result<CaseRow> case_row_of(const sqlite::Rows& row) {
    CaseRow out;
    TRY(out.case_id, row.fixed<CaseId>(0));
    TRY(out.ctag, row.fixed<LogTag>(1));
    out.state = row.text(2);
    out.day = row.day(3);
    return out;
}

Result<std::vector<CaseObject>> objects_of(sqlite::Connection& db, std::uint64_t leaf) {
    std::vector<CaseObject> out;
    TRY(auto rows, db.query("SELECT env_id, otag, lane, kind, seq, part, core_len, core_hash, digests, "
                            "file FROM objects WHERE leaf = ?1 ORDER BY part",
                            {leaf}));
    while (true) {
        TRY(const bool more, rows.next());
        if (!more) return out;
        TRY(CaseObject object, object_of(rows, 0));
        out.push_back(std::move(object));
    }
}

}  // namespace

Result<CaseRow> CaseLook::case_of(const CaseId& case_id) const {
    TRY(auto row, db_.query("SELECT case_id, ctag, state, day FROM cases WHERE case_id = ?1", {case_id}));
    TRY_(row.expect({Code::not_found, "no such case"}));
    return case_row_of(row);
}

Result<CaseRow> CaseLook::case_by_tag(const LogTag& ctag) const {
    TRY(auto row, db_.query("SELECT case_id, ctag, state, day FROM cases WHERE ctag = ?1", {ctag}));
    TRY_(row.expect({Code::not_found, "no such case"}));
    return case_row_of(row);
}

Result<InboxPage> CaseLook::inbox(const PersonId& person, const RecipientId& rid, std::uint32_t first,
                                  std::uint32_t most) const {
    INVARIANT(most >= 1 && most <= 100);
    InboxPage out;
    TRY(auto rows,
        db_.query("SELECT c.case_id, c.ctag, c.state, c.day FROM cases c "
                  "WHERE EXISTS (SELECT 1 FROM wraps w WHERE w.case_id = c.case_id AND w.rid = ?1) "
                  "AND NOT EXISTS (SELECT 1 FROM recusals r WHERE r.case_id = c.case_id AND r.person = ?2) "
                  "ORDER BY c.day DESC, c.case_id LIMIT ?3 OFFSET ?4",
                  {rid, person, most + 1, first}));
    while (true) {
        TRY(const bool more, rows.next());
        if (!more) return out;
        if (out.cases.size() == most) {
            out.more = true;
            return out;
        }
        TRY(CaseRow row, case_row_of(rows));
        out.cases.push_back(std::move(row));
    }
}

Result<bool> CaseLook::recused(const CaseId& case_id, const PersonId& person) const {
    TRY(auto row, db_.query("SELECT 1 FROM recusals WHERE case_id = ?1 AND person = ?2", {case_id, person}));
    return row.next();
}

Result<std::vector<std::uint64_t>> CaseLook::recusals(const CaseId& case_id) const {
    std::vector<std::uint64_t> out;
    TRY(auto rows, db_.query("SELECT leaf FROM recusals WHERE case_id = ?1 ORDER BY leaf", {case_id}));
    while (true) {
        TRY(const bool more, rows.next());
        if (!more) return out;
        TRY(const auto leaf, rows.number<std::uint64_t>(0));
        out.push_back(leaf);
    }
}

Result<std::vector<RecipientId>> CaseLook::recipients(const CaseId& case_id) const {
    TRY(auto rows, db_.query("SELECT DISTINCT rid FROM wraps WHERE case_id = ?1 ORDER BY rid", {case_id}));
    return rows.all_fixed<RecipientId>();
}

Result<Record> CaseLook::record(std::uint64_t leaf) const {
    Record out;
    out.leaf = leaf;
    {
        TRY(auto row, db_.query("SELECT case_id, day, note FROM records WHERE leaf = ?1", {leaf}));
        TRY_(row.expect({Code::not_found, "no such record"}));
        TRY(out.case_id, row.fixed<CaseId>(0));
        out.day = row.day(1);
        out.note = row.bytes(2);
    }
    TRY(out.objects, objects_of(db_, leaf));
    return out;
}

Result<std::vector<Record>> CaseLook::records(const CaseId& case_id) const {
    std::vector<std::uint64_t> leaves;
    {
        TRY(auto rows, db_.query("SELECT leaf FROM records WHERE case_id = ?1 ORDER BY leaf", {case_id}));
        while (true) {
            TRY(const bool more, rows.next());
            if (!more) break;
            TRY(const auto leaf, rows.number<std::uint64_t>(0));
            leaves.push_back(leaf);
        }
    }
    std::vector<Record> out;
    for (const std::uint64_t leaf : leaves) {
        TRY(Record one, record(leaf));
        out.push_back(std::move(one));
    }
    return out;
}

Result<PlacedObject> CaseLook::object(const EnvelopeId& env_id) const {
    TRY(auto row, db_.query("SELECT case_id, leaf, env_id, otag, lane, kind, seq, part, core_len, core_hash, "
                            "digests, file FROM objects WHERE env_id = ?1",
                            {env_id}));
    return placed_of(row);
}

Result<PlacedObject> CaseLook::object_by_tag(const CaseId& case_id, const LogTag& otag) const {
    TRY(auto row, db_.query("SELECT case_id, leaf, env_id, otag, lane, kind, seq, part, core_len, core_hash, "
                            "digests, file FROM objects WHERE otag = ?2 AND case_id = ?1",
                            {case_id, otag}));
    return placed_of(row);
}

Result<bool> CaseLook::holds(const EnvelopeId& env_id) const {
    TRY(auto row, db_.query("SELECT 1 FROM objects WHERE env_id = ?1", {env_id}));
    return row.next();
}

Result<Bytes> CaseLook::core(const EnvelopeId& env_id) const {
    TRY(auto row, db_.query("SELECT core FROM objects WHERE env_id = ?1 AND core IS NOT NULL", {env_id}));
    TRY_(row.expect({Code::not_found, "no core of this object lies here"}));
    return row.bytes(0);
}

Result<std::uint32_t> CaseLook::next_seq(const CaseId& case_id, Lane lane) const {
    TRY(auto row, db_.query("SELECT coalesce(max(seq) + 1, 0) FROM objects WHERE case_id = ?1 AND lane = ?2",
                            {case_id, static_cast<std::uint8_t>(lane)}));
    TRY_(row.expect({Code::storage, "the store did not count"}));
    return row.number<std::uint32_t>(0);
}

Result<Bytes> CaseLook::sealed_wrap(const CaseId& case_id, const EnvelopeId& env_id,
                                    const RecipientId& rid) const {
    TRY(auto row, db_.query("SELECT sealed FROM wraps WHERE case_id = ?1 AND rid = ?2 AND env_id = ?3",
                            {case_id, rid, env_id}));
    TRY_(row.expect({Code::not_a_recipient, "no wrap of this object for this key"}));
    return row.bytes(0);
}

}  // namespace parapet::vault
