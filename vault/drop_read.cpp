#include "vault/drop_read.h"

#include <algorithm>

#include "vault/drop_sets.h"

namespace parapet::vault::drop {
namespace {

// Columns of an object, as object_of() reads them. No ORDER BY below: all cores would be sorted, in memory.
constexpr sqlite::Sql kObject =
    "SELECT env_id, kind, part, core_len, core_hash, file, digests, core "
    "FROM objects WHERE waits IN (0, 1) AND case_id = ?1 AND seq = ?2 AND part = ?3";
constexpr sqlite::Sql kObjectsWithMembersWraps =
    "SELECT env_id, kind, part, core_len, core_hash, file, digests, core, iif(waits, members, NULL) "
    "FROM objects WHERE waits IN (0, 1) AND case_id = ?1 AND seq = ?2";
constexpr sqlite::Sql kObjectsWithOwnWrap =
    "SELECT env_id, kind, part, core_len, core_hash, file, digests, core, own "
    "FROM objects WHERE waits IN (0, 1) AND case_id = ?1 AND seq = ?2";
constexpr sqlite::Sql kSubmission =
    "SELECT day, note FROM objects WHERE waits IN (0, 1) AND case_id = ?1 AND seq = ?2 AND part = 0";
constexpr sqlite::Sql kWaiting =
    "SELECT case_id, seq, env_id FROM objects WHERE waits = 1 AND part = 0 LIMIT ?1";

Result<StoredObject> object_of(const sqlite::Rows& row) {
    StoredObject out;
    TRY(out.env_id, row.fixed<EnvelopeId>(0));
    TRY(out.kind, row.number<std::uint8_t>(1));
    TRY(out.part, row.number<std::uint32_t>(2));
    out.digests = with_env(row.view(6), out.env_id);
    out.core = row.bytes(7);
    out.core_len = out.core.size();
    if (row.null(5)) return out;
    TRY(out.core_len, row.number<std::uint64_t>(3));
    TRY(out.file_hash, row.fixed<Hash>(4));
    TRY(out.file, row.fixed<UploadId>(5));
    return out;
}

Result<std::vector<StoredObject>> objects_of(sqlite::Connection& db, const SubmissionName& name,
                                             Wraps wraps) {
    std::vector<StoredObject> out;
    const bool members = wraps == Wraps::members;
    TRY(auto rows,
        db.query(members ? kObjectsWithMembersWraps : kObjectsWithOwnWrap, {name.case_id, name.seq}));
    while (true) {
        TRY(const bool more, rows.next());
        if (!more) break;
        TRY(StoredObject object, object_of(rows));
        (members ? object.member_wraps : object.own_wrap) = with_env(rows.view(8), object.env_id);
        out.push_back(std::move(object));
    }
    std::ranges::sort(out, {}, &StoredObject::part);
    return out;
}

}  // namespace

Result<StoredSubmission> submission(sqlite::Connection& db, const SubmissionName& name, Wraps wraps) {
    StoredSubmission out;
    out.case_id = name.case_id;
    out.seq = name.seq;
    {
        TRY(auto row, db.query(kSubmission, {name.case_id, name.seq}));
        TRY_(row.expect({Code::not_found, "no such submission"}));
        out.day = row.day(0);
        out.note = row.bytes(1);
    }
    TRY(out.objects, objects_of(db, name, wraps));
    return out;
}

Result<bool> access_removed(sqlite::Connection& db, const CaseId& case_id) {
    TRY(auto row,
        db.query("SELECT 1 FROM objects WHERE case_id = ?1 AND seq = 0 AND part = 0 AND own IS NULL",
                 {case_id}));
    return row.next();
}

Result<std::vector<CaseId>> all_access_removed(sqlite::Connection& db) {
    TRY(auto rows, db.query("SELECT case_id FROM objects WHERE seq = 0 AND part = 0 AND own IS NULL"));
    return rows.all_fixed<CaseId>();
}

Result<StoredObject> object(sqlite::Connection& db, const SubmissionName& of, std::uint32_t part) {
    TRY(auto row, db.query(kObject, {of.case_id, of.seq, part}));
    TRY_(row.expect({Code::not_found, "no such object"}));
    return object_of(row);
}

Result<std::vector<WaitingSubmission>> waiting(sqlite::Connection& db, std::size_t most) {
    std::vector<WaitingSubmission> out;
    TRY(auto rows, db.query(kWaiting, {most}));
    while (true) {
        TRY(const bool more, rows.next());
        if (!more) return out;
        WaitingSubmission& one = out.emplace_back();
        TRY(one.name.case_id, rows.fixed<CaseId>(0));
        TRY(one.name.seq, rows.number<std::uint32_t>(1));
        TRY(one.message, rows.fixed<EnvelopeId>(2));
    }
}

}  // namespace parapet::vault::drop
