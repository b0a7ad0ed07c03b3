// The part of DropWriter that lets go: wraps after takeover and after burn, cases after a shred.
#include "crypto/base/hash.h"
#include "vault/drop_read.h"
#include "vault/drop_writer.h"

namespace parapet::vault {
namespace {

Result<std::vector<UploadId>> files_of(sqlite::Connection& db, const CaseId& case_id) {
    TRY(auto rows,
        db.query("SELECT file FROM objects WHERE waits IN (0, 1) AND case_id = ?1 AND file IS NOT NULL",
                 {case_id}));
    return rows.all_fixed<UploadId>();
}

}  // namespace

Hash tombstone_of(const CaseId& case_id) { return labelled_hash("parapet/1/tombstone", case_id); }

Result<std::vector<WaitingSubmission>> DropWriter::waiting(std::size_t most) {
    return readers_.read([&](sqlite::Connection& db) { return drop::waiting(db, most); });
}

Status DropWriter::delete_member_wraps(const SubmissionName& name) {
    return writer_.write([&](sqlite::Connection& db) {
        return db.run(
            "UPDATE objects SET waits = 0, members = zeroblob(length(members)) "
            "WHERE waits = 1 AND case_id = ?1 AND seq = ?2",
            {name.case_id, name.seq});
    });
}

Status DropWriter::burn(const CaseId& case_id) {
    return writer_.write([&](sqlite::Connection& db) {
        return db.run(
            "UPDATE objects SET own = NULL WHERE waits IN (0, 1) AND case_id = ?1 AND own IS NOT NULL",
            {case_id});
    });
}

Result<std::vector<UploadId>> DropWriter::bury(const CaseId& case_id) {
    return writer_.write([&](sqlite::Connection& db) -> Result<std::vector<UploadId>> {
        TRY(std::vector<UploadId> files, files_of(db, case_id));
        TRY_(db.run("INSERT INTO tombstones (case_hash) VALUES (?1) ON CONFLICT DO NOTHING",
                    {tombstone_of(case_id)}));
        TRY_(db.run("DELETE FROM objects WHERE waits IN (0, 1) AND case_id = ?1", {case_id}));
        return files;
    });
}

}  // namespace parapet::vault
