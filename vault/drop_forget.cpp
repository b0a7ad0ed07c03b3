// The part of DropWriter that lets go: wraps after takeover and after burn, cases after a shred.
#include "crypto/base/hash.h"
#include "vault/drop_writer.h"

namespace parapet::vault {
namespace {

// All of a case's objects; the large rows that they name go before they do.
constexpr sqlite::Sql kFilesOfCase =
    "SELECT o.file FROM submissions s JOIN objects o ON o.id BETWEEN s.handle AND s.handle + 63 "
    "WHERE s.case_id = ?1 AND o.file IS NOT NULL";
constexpr sqlite::Sql kDeleteMembersWraps =
    "DELETE FROM wraps WHERE id IN (SELECT o.members FROM submissions s "
    "JOIN objects o ON o.id BETWEEN s.handle AND s.handle + 63 WHERE s.case_id = ?1)";
constexpr sqlite::Sql kDeleteOwnWraps =
    "DELETE FROM wraps WHERE id IN (SELECT o.own FROM submissions s "
    "JOIN objects o ON o.id BETWEEN s.handle AND s.handle + 63 WHERE s.case_id = ?1)";
constexpr sqlite::Sql kForgetOwnWraps =
    "UPDATE objects SET own = NULL WHERE id IN (SELECT o.id FROM submissions s "
    "JOIN objects o ON o.id BETWEEN s.handle AND s.handle + 63 WHERE s.case_id = ?1)";
constexpr sqlite::Sql kDeleteContents =
    "DELETE FROM contents WHERE id IN (SELECT o.content FROM submissions s "
    "JOIN objects o ON o.id BETWEEN s.handle AND s.handle + 63 WHERE s.case_id = ?1)";
constexpr sqlite::Sql kDeleteObjects =
    "DELETE FROM objects WHERE id IN (SELECT o.id FROM submissions s "
    "JOIN objects o ON o.id BETWEEN s.handle AND s.handle + 63 WHERE s.case_id = ?1)";

Result<std::vector<UploadId>> files_of(sqlite::Connection& db, const CaseId& case_id) {
    std::vector<UploadId> out;
    TRY(auto rows, db.query(kFilesOfCase, {case_id}));
    while (true) {
        TRY(const bool more, rows.next());
        if (!more) return out;
        TRY(const UploadId file, rows.fixed<UploadId>(0));
        out.push_back(file);
    }
}

}  // namespace

Hash tombstone_of(const CaseId& case_id) { return labelled_hash("parapet/1/tombstone", case_id); }

Result<std::vector<EnvelopeId>> DropWriter::with_member_wraps(std::size_t most) {
    return readers_.read([&](sqlite::Connection& db) -> Result<std::vector<EnvelopeId>> {
        std::vector<EnvelopeId> out;
        TRY(auto rows,
            db.query("SELECT env_id FROM objects WHERE members IS NOT NULL ORDER BY id LIMIT ?1", {most}));
        while (true) {
            TRY(const bool more, rows.next());
            if (!more) return out;
            TRY(const EnvelopeId env_id, rows.fixed<EnvelopeId>(0));
            out.push_back(env_id);
        }
    });
}

Status DropWriter::delete_member_wraps(const EnvelopeId& env_id) {
    return writer_.write([&](sqlite::Connection& db) -> Status {
        TRY_(db.run("DELETE FROM wraps WHERE id IN (SELECT members FROM objects WHERE env_id = ?1)",
                    {env_id}));
        return db.run("UPDATE objects SET members = NULL WHERE env_id = ?1", {env_id});
    });
}

Status DropWriter::burn(const CaseId& case_id) {
    return writer_.write([&](sqlite::Connection& db) -> Status {
        TRY_(db.run(kDeleteOwnWraps, {case_id}));
        return db.run(kForgetOwnWraps, {case_id});
    });
}

Result<std::vector<UploadId>> DropWriter::bury(const CaseId& case_id) {
    return writer_.write([&](sqlite::Connection& db) -> Result<std::vector<UploadId>> {
        TRY(std::vector<UploadId> files, files_of(db, case_id));
        TRY_(db.run("INSERT INTO tombstones (case_hash) VALUES (?1) ON CONFLICT DO NOTHING",
                    {tombstone_of(case_id)}));
        TRY_(db.run(kDeleteMembersWraps, {case_id}));
        TRY_(db.run(kDeleteOwnWraps, {case_id}));
        TRY_(db.run(kDeleteContents, {case_id}));
        TRY_(db.run(kDeleteObjects, {case_id}));
        TRY_(db.run("DELETE FROM submissions WHERE case_id = ?1", {case_id}));
        return files;
    });
}

}  // namespace parapet::vault
