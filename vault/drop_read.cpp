#include "vault/drop_read.h"

namespace parapet::vault::drop {
namespace {

constexpr sqlite::Sql kObject =
    "SELECT env_id, kind, part, core_len, core_hash, file, digests, core "
    "FROM objects WHERE case_id = ?1 AND seq = ?2 AND part = ?3";
constexpr sqlite::Sql kObjectsWithMembersWraps =
    "SELECT o.env_id, o.kind, o.part, o.core_len, o.core_hash, o.file, o.digests, o.core, w.members "
    "FROM objects o LEFT JOIN wraps w ON w.id = o.id WHERE o.case_id = ?1 AND o.seq = ?2 ORDER BY o.part";
constexpr sqlite::Sql kObjectsWithOwnWrap =
    "SELECT env_id, kind, part, core_len, core_hash, file, digests, core, own "
    "FROM objects WHERE case_id = ?1 AND seq = ?2 ORDER BY part";
constexpr sqlite::Sql kSubmission =
    "SELECT day, roster_hash, note FROM objects WHERE case_id = ?1 AND seq = ?2 AND part = 0";
// CROSS: from the few wraps, never from all objects.
constexpr sqlite::Sql kWaiting =
    "SELECT DISTINCT m.case_id, m.seq, m.env_id FROM wraps w CROSS JOIN objects o ON o.id = w.id "
    "CROSS JOIN objects m ON m.case_id = o.case_id AND m.seq = o.seq AND m.part = 0 LIMIT ?1";

Result<StoredObject> object_of(const sqlite::Rows& row) {
    StoredObject out;
    TRY(out.env_id, row.fixed<EnvelopeId>(0));
    TRY(out.kind, row.number<std::uint8_t>(1));
    TRY(out.part, row.number<std::uint32_t>(2));
    TRY(out.core_len, row.number<std::uint64_t>(3));
    TRY(out.core_hash, row.fixed<Hash>(4));
    if (!row.null(5)) {
        TRY(out.file, row.fixed<UploadId>(5));
    }
    out.digests = row.bytes(6);
    out.core = row.bytes(7);
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
        if (!more) return out;
        TRY(StoredObject object, object_of(rows));
        (members ? object.member_wraps : object.own_wrap) = rows.bytes(8);
        out.push_back(std::move(object));
    }
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
        TRY(out.roster_hash, row.fixed<Hash>(1));
        out.note = row.bytes(2);
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
