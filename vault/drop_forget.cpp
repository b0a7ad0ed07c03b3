// The part of DropWriter that lets go: wraps after takeover and after burn, cases after a shred.
#include "crypto/base/hash.h"
#include "vault/drop_writer.h"

namespace parapet::vault {
namespace {

Result<std::vector<UploadId>> files_of(sqlite::Connection& db, const CaseId& case_id) {
    TRY(auto rows, db.query("SELECT file FROM objects WHERE case_id = ?1 AND file IS NOT NULL", {case_id}));
    return rows.all_fixed<UploadId>();
}

}  // namespace

Hash tombstone_of(const CaseId& case_id) { return labelled_hash("parapet/1/tombstone", case_id); }

Result<std::vector<EnvelopeId>> DropWriter::with_member_wraps(std::size_t most) {
    return readers_.read([&](sqlite::Connection& db) -> Result<std::vector<EnvelopeId>> {
        TRY(auto rows,
            db.query(
                "SELECT o.env_id FROM wraps w CROSS JOIN objects o ON o.id = w.id ORDER BY w.id LIMIT ?1",
                {most}));
        return rows.all_fixed<EnvelopeId>();
    });
}

Status DropWriter::delete_member_wraps(const EnvelopeId& env_id) {
    return writer_.write([&](sqlite::Connection& db) {
        return db.run("DELETE FROM wraps WHERE id = (SELECT id FROM objects WHERE env_id = ?1)", {env_id});
    });
}

Status DropWriter::burn(const CaseId& case_id) {
    return writer_.write([&](sqlite::Connection& db) {
        return db.run("UPDATE objects SET own = NULL WHERE case_id = ?1 AND own IS NOT NULL", {case_id});
    });
}

Result<std::vector<UploadId>> DropWriter::bury(const CaseId& case_id) {
    return writer_.write([&](sqlite::Connection& db) -> Result<std::vector<UploadId>> {
        TRY(std::vector<UploadId> files, files_of(db, case_id));
        TRY_(db.run("INSERT INTO tombstones (case_hash) VALUES (?1) ON CONFLICT DO NOTHING",
                    {tombstone_of(case_id)}));
        TRY_(db.run("DELETE FROM objects WHERE case_id = ?1", {case_id}));  // and the wraps with them
        return files;
    });
}

}  // namespace parapet::vault
