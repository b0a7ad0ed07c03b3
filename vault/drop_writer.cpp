#include "vault/drop_writer.h"

#include <algorithm>

#include "crypto/base/hash.h"
#include "vault/drop_read.h"
#include "vault/lock_file.h"
#include "vault/open_store.h"

namespace parapet::vault {
namespace {

Hash tombstone_of(const CaseId& case_id) { return labelled_hash("parapet/1/tombstone", case_id); }

Status refuse_shredded(sqlite::Connection& db, const CaseId& case_id) {
    const Hash tombstone = tombstone_of(case_id);
    TRY(auto row, db.query("SELECT 1 FROM tombstones WHERE case_hash = ?1", {tombstone}));
    TRY(const bool shredded, row.next());
    if (shredded) return Error{Code::forbidden, "the case was deleted"};
    return Done{};
}

// True when exactly this submission is there; duplicate when another has its place.
Result<bool> accepted_before(sqlite::Connection& db, const NewSubmission& s) {
    TRY(auto row,
        db.query("SELECT note FROM submissions WHERE case_id = ?1 AND seq = ?2", {s.case_id, s.seq}));
    TRY(const bool taken, row.next());
    if (!taken) return false;
    // The note signs every core and every wrap, so equal notes are equal submissions.
    if (!std::ranges::equal(row.view(0), s.note))
        return Error{Code::duplicate, "another message has that number"};
    return true;
}

Status finish_upload(sqlite::Connection& db, const NewObject& object) {
    TRY_(db.run(
        "DELETE FROM uploads WHERE upload_id = ?1 AND env_id = ?2 AND core_len = ?3 AND core_hash = ?4",
        {*object.upload, object.env_id, object.core_len, object.core_hash}));
    if (db.changed() != 1)
        return Error{Code::incomplete, "an upload is not there, or was begun for other bytes"};
    return Done{};
}

Status insert_object(sqlite::Connection& db, SubmissionHandle handle, const NewObject& object) {
    const std::int64_t id = handle.value + object.part;
    if (object.upload) TRY_(finish_upload(db, object));
    const std::optional<ByteView> core = object.upload ? std::nullopt : std::optional(object.core);
    TRY_(
        db.run("INSERT INTO objects (id, env_id, kind, core_len, core_hash, digests, file, core) "
               "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
               {id, object.env_id, object.kind, object.core_len, object.core_hash, object.digests,
                object.upload, core}));
    if (object.kind == 6) return Done{};
    TRY_(db.run("INSERT INTO member_wraps (id, wrapset) VALUES (?1, ?2)", {id, object.member_wraps}));
    return db.run("INSERT INTO own_wraps (id, wrapset) VALUES (?1, ?2)", {id, object.own_wrap});
}

bool well_formed(const NewSubmission& s) {
    return !s.objects.empty() && s.objects.front().part == 0 &&
           std::ranges::all_of(s.objects, [](const NewObject& o) {
               return o.part < 64 && (o.upload ? o.core.empty() : o.core.size() == o.core_len);
           });
}

}  // namespace

DropWriter::DropWriter(File lock, sqlite::Connection db, sqlite::ReaderPool::Open open)
    : lock_(std::move(lock)), writer_(std::move(db), "vault-drop"), readers_(std::move(open), kReaders) {}

Result<std::unique_ptr<DropWriter>> open_drop_for_intake(const std::filesystem::path& store,
                                                         const DropKey& key) {
    TRY(File lock, lock_for_writing(store));
    TRY(auto db, open_store(store, key.reveal(), sqlite::Access::write, StoreKind::drop));
    return std::unique_ptr<DropWriter>(
        new DropWriter(std::move(lock), std::move(db), reader_of(store, key, StoreKind::drop)));
}

Result<Outcome> DropWriter::submit(const NewSubmission& s) {
    CHECK(well_formed(s));
    return writer_.write([&](sqlite::Connection& db) -> Result<Outcome> {
        TRY_(refuse_shredded(db, s.case_id));
        TRY(const bool before, accepted_before(db, s));
        if (before) return Outcome::already_accepted;
        TRY_(
            db.run("INSERT INTO submissions (handle, case_id, seq, day, roster_hash, note) "
                   "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                   {s.handle.value, s.case_id, s.seq, s.day, s.roster_hash, s.note}));
        for (const NewObject& object : s.objects) TRY_(insert_object(db, s.handle, object));
        return Outcome::accepted;
    });
}

Result<bool> DropWriter::holds(const CaseId& case_id) {
    TRY(const std::uint32_t next, next_seq(case_id));
    return next != 0;
}

Result<std::uint32_t> DropWriter::next_seq(const CaseId& case_id) {
    return readers_.read([&](sqlite::Connection& db) -> Result<std::uint32_t> {
        TRY(auto row,
            db.query("SELECT coalesce(max(seq) + 1, 0) FROM submissions WHERE case_id = ?1", {case_id}));
        TRY_(row.expect({Code::storage, "the store did not count"}));
        return row.number<std::uint32_t>(0);
    });
}

Result<StoredSubmission> DropWriter::own(const CaseId& case_id, std::uint32_t seq) {
    return readers_.read([&](sqlite::Connection& db) -> Result<StoredSubmission> {
        TRY(const SubmissionHandle handle, drop::handle_of(db, case_id, seq));
        return drop::submission(db, handle, drop::Wraps::own);
    });
}

Result<std::vector<EnvelopeId>> DropWriter::with_member_wraps(std::size_t most) {
    return readers_.read([&](sqlite::Connection& db) -> Result<std::vector<EnvelopeId>> {
        std::vector<EnvelopeId> out;
        TRY(auto rows,
            db.query(
                "SELECT o.env_id FROM member_wraps w JOIN objects o ON o.id = w.id ORDER BY w.id LIMIT ?1",
                {most}));
        while (true) {
            TRY(const bool more, rows.next());
            if (!more) return out;
            TRY(const EnvelopeId env_id, rows.fixed<EnvelopeId>(0));
            out.push_back(env_id);
        }
    });
}

Status DropWriter::delete_member_wraps(const EnvelopeId& env_id) {
    return writer_.write([&](sqlite::Connection& db) {
        return db.run("DELETE FROM member_wraps WHERE id IN (SELECT id FROM objects WHERE env_id = ?1)",
                      {env_id});
    });
}

Status DropWriter::burn(const CaseId& case_id) {
    return writer_.write([&](sqlite::Connection& db) {
        return db.run(
            "DELETE FROM own_wraps WHERE id IN (SELECT o.id FROM submissions s JOIN objects o "
            "ON o.id BETWEEN s.handle AND s.handle + 63 WHERE s.case_id = ?1)",
            {case_id});
    });
}

Result<std::vector<UploadId>> DropWriter::bury(const CaseId& case_id) {
    return writer_.write([&](sqlite::Connection& db) -> Result<std::vector<UploadId>> {
        std::vector<UploadId> files;
        {
            TRY(auto rows, db.query("SELECT o.file FROM submissions s JOIN objects o "
                                    "ON o.id BETWEEN s.handle AND s.handle + 63 "
                                    "WHERE s.case_id = ?1 AND o.file IS NOT NULL",
                                    {case_id}));
            while (true) {
                TRY(const bool more, rows.next());
                if (!more) break;
                TRY(const UploadId file, rows.fixed<UploadId>(0));
                files.push_back(file);
            }
        }
        const Hash tombstone = tombstone_of(case_id);
        TRY_(db.run("INSERT INTO tombstones (case_hash) VALUES (?1) ON CONFLICT DO NOTHING", {tombstone}));
        // The wraps go with their objects.
        TRY_(
            db.run("DELETE FROM objects WHERE id IN (SELECT o.id FROM submissions s JOIN objects o "
                   "ON o.id BETWEEN s.handle AND s.handle + 63 WHERE s.case_id = ?1)",
                   {case_id}));
        TRY_(db.run("DELETE FROM submissions WHERE case_id = ?1", {case_id}));
        return files;
    });
}

}  // namespace parapet::vault
