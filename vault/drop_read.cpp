#include "vault/drop_read.h"

namespace parapet::vault {

SubmissionHandle SubmissionHandle::random(Random& random) {
    std::uint64_t n = 0;
    while (n == 0) {
        Fixed<8, struct HandleTag> raw = random.fixed<Fixed<8, struct HandleTag>>();
        for (const std::uint8_t byte : raw.bytes) n = n << 8U | byte;
        n &= 0x7fff'ffff'ffff'ffc0U;
    }
    return {static_cast<std::int64_t>(n)};
}

namespace drop {
namespace {

constexpr sqlite::Sql kObjectsWithMembersWraps =
    "SELECT o.env_id, o.kind, o.id & 63, o.core_len, o.core_hash, c.core, o.file, c.digests, w.wrapset "
    "FROM objects o JOIN contents c ON c.id = o.content LEFT JOIN wraps w ON w.id = o.members "
    "WHERE o.id BETWEEN ?1 AND ?1 + 63 ORDER BY o.id";
constexpr sqlite::Sql kObjectsWithOwnWrap =
    "SELECT o.env_id, o.kind, o.id & 63, o.core_len, o.core_hash, c.core, o.file, c.digests, w.wrapset "
    "FROM objects o JOIN contents c ON c.id = o.content LEFT JOIN wraps w ON w.id = o.own "
    "WHERE o.id BETWEEN ?1 AND ?1 + 63 ORDER BY o.id";
constexpr sqlite::Sql kObject =
    "SELECT o.env_id, o.kind, o.id & 63, o.core_len, o.core_hash, c.core, o.file, c.digests "
    "FROM objects o JOIN contents c ON c.id = o.content WHERE o.env_id = ?1";
// A submission is reached through its message, whose row is the handle itself.
constexpr sqlite::Sql kSubmission =
    "SELECT s.case_id, s.seq, s.day, s.roster_hash, c.note "
    "FROM objects o JOIN contents c ON c.id = o.content "
    "JOIN submissions s ON s.case_id = o.case_id AND s.seq = o.seq WHERE o.id = ?1";

Result<StoredObject> object_of(const sqlite::Rows& row) {
    StoredObject out;
    TRY(out.env_id, row.fixed<EnvelopeId>(0));
    TRY(out.kind, row.number<std::uint8_t>(1));
    TRY(out.part, row.number<std::uint32_t>(2));
    TRY(out.core_len, row.number<std::uint64_t>(3));
    TRY(out.core_hash, row.fixed<Hash>(4));
    out.core = row.bytes(5);
    if (!row.null(6)) {
        TRY(out.file, row.fixed<UploadId>(6));
    }
    out.digests = row.bytes(7);
    return out;
}

Result<std::vector<StoredObject>> objects_of(sqlite::Connection& db, SubmissionHandle handle, Wraps wraps) {
    std::vector<StoredObject> out;
    const bool members = wraps == Wraps::members;
    TRY(auto rows, db.query(members ? kObjectsWithMembersWraps : kObjectsWithOwnWrap, {handle.value}));
    while (true) {
        TRY(const bool more, rows.next());
        if (!more) return out;
        TRY(StoredObject object, object_of(rows));
        (members ? object.member_wraps : object.own_wrap) = rows.bytes(8);
        out.push_back(std::move(object));
    }
}

}  // namespace

Result<StoredSubmission> submission(sqlite::Connection& db, SubmissionHandle handle, Wraps wraps) {
    StoredSubmission out;
    out.handle = handle;
    {
        TRY(auto row, db.query(kSubmission, {handle.value}));
        TRY_(row.expect({Code::not_found, "no such submission"}));
        TRY(out.case_id, row.fixed<CaseId>(0));
        TRY(out.seq, row.number<std::uint32_t>(1));
        out.day = row.day(2);
        TRY(out.roster_hash, row.fixed<Hash>(3));
        out.note = row.bytes(4);
    }
    TRY(out.objects, objects_of(db, handle, wraps));
    return out;
}

Result<SubmissionHandle> handle_of(sqlite::Connection& db, const CaseId& case_id, std::uint32_t seq) {
    TRY(auto row, db.query("SELECT handle FROM submissions WHERE case_id = ?1 AND seq = ?2", {case_id, seq}));
    TRY_(row.expect({Code::not_found, "no such submission"}));
    return SubmissionHandle{row.integer(0)};
}

Result<bool> access_removed(sqlite::Connection& db, const CaseId& case_id) {
    TRY(auto row, db.query("SELECT 1 FROM submissions s JOIN objects o ON o.id = s.handle "
                           "WHERE s.case_id = ?1 AND s.seq = 0 AND o.own IS NULL",
                           {case_id}));
    return row.next();
}

Result<std::vector<CaseId>> all_access_removed(sqlite::Connection& db) {
    std::vector<CaseId> out;
    TRY(auto rows, db.query("SELECT s.case_id FROM submissions s JOIN objects o ON o.id = s.handle "
                            "WHERE s.seq = 0 AND o.own IS NULL"));
    while (true) {
        TRY(const bool more, rows.next());
        if (!more) return out;
        TRY(const CaseId one, rows.fixed<CaseId>(0));
        out.push_back(one);
    }
}

Result<StoredObject> object(sqlite::Connection& db, const EnvelopeId& env_id) {
    TRY(auto row, db.query(kObject, {env_id}));
    TRY_(row.expect({Code::not_found, "no such object"}));
    return object_of(row);
}

Result<std::vector<SubmissionHandle>> waiting(sqlite::Connection& db, SubmissionHandle after,
                                              std::size_t most) {
    std::vector<SubmissionHandle> out;
    TRY(auto rows,
        db.query("SELECT DISTINCT id & ~63 FROM objects WHERE members IS NOT NULL AND id > ?1 + 63 "
                 "ORDER BY id LIMIT ?2",
                 {after.value, most}));
    while (true) {
        TRY(const bool more, rows.next());
        if (!more) return out;
        out.push_back({rows.integer(0)});
    }
}

}  // namespace drop
}  // namespace parapet::vault
