#include "vault/drop_writer.h"

#include <algorithm>

#include "vault/drop_read.h"
#include "vault/drop_sets.h"
#include "vault/lock_file.h"
#include "vault/open_store.h"
#include "vault/uploads.h"

namespace parapet::vault {
namespace {

constexpr sqlite::Sql kInsertObject =
    "INSERT INTO objects (waits, case_id, seq, part, kind, day, env_id, file, core_len, core_hash, own, "
    "note, digests, core, members) VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";

Status refuse_shredded(sqlite::Connection& db, const Hash& tombstone) {
    TRY(auto row, db.query("SELECT 1 FROM tombstones WHERE case_hash = ?1", {tombstone}));
    TRY(const bool shredded, row.next());
    if (shredded) return Error{Code::forbidden, "the case was deleted"};
    return Done{};
}

// True when exactly this submission is there; duplicate when another has its place.
Result<bool> accepted_before(sqlite::Connection& db, const NewSubmission& s) {
    TRY(auto row,
        db.query("SELECT note FROM objects WHERE waits IN (0, 1) AND case_id = ?1 AND seq = ?2 AND part = 0",
                 {s.case_id, s.seq}));
    TRY(const bool taken, row.next());
    if (!taken) return false;
    // The note signs every core and every wrap, so equal notes are equal submissions.
    if (!std::ranges::equal(row.view(0), s.note))
        return Error{Code::duplicate, "another message has that number"};
    return true;
}

Status insert_object(sqlite::Connection& db, const NewSubmission& s, const NewObject& object,
                     bool access_removed) {
    std::optional<std::uint64_t> core_len;
    std::optional<Hash> core_hash;
    std::optional<ByteView> core = object.core;
    if (object.upload) {
        TRY_(uploads::finish(db, {*object.upload, object.env_id, object.core_len, object.core_hash}));
        core_len = object.core_len;
        core_hash = object.core_hash;
        core.reset();
    }
    std::optional<ByteView> own;
    if (object.kind != 6 && !access_removed) own = drop::without_env(object.own_wrap, object.env_id);
    const ByteView note = object.part == 0 ? s.note : ByteView();  // once, beside the message
    return db.run(kInsertObject,
                  {s.case_id, s.seq, object.part, object.kind, s.day, object.env_id, object.upload, core_len,
                   core_hash, own, note, drop::without_env(object.digests, object.env_id), core,
                   drop::without_env(object.member_wraps, object.env_id)});
}

bool well_formed(const NewSubmission& s) {
    return !s.objects.empty() && s.objects.front().part == 0 &&
           std::ranges::all_of(s.objects, [](const NewObject& o) {
               return o.part < 64 && (o.upload ? o.core.empty() : o.core.size() == o.core_len);
           });
}

}  // namespace

DropWriter::DropWriter(File lock, sqlite::Connection db, sqlite::ReaderPool::Open open)
    : lock_(std::move(lock)), writer_(std::move(db)), readers_(std::move(open), kReaders) {}

Result<std::unique_ptr<DropWriter>> open_drop_for_intake(const std::filesystem::path& store,
                                                         const DropKey& key) {
    TRY(File lock, lock_for_writing(store));
    TRY(auto db, open_store(store, key.reveal(), sqlite::Access::write, StoreKind::drop));
    return std::unique_ptr<DropWriter>(
        new DropWriter(std::move(lock), std::move(db), reader_of(store, key, StoreKind::drop)));
}

Result<Outcome> DropWriter::submit(const NewSubmission& s) {
    INVARIANT(well_formed(s));
    const Hash tombstone = tombstone_of(s.case_id);  // hashed here: others wait while the store is written
    return writer_.write([&](sqlite::Connection& db) -> Result<Outcome> {
        TRY_(refuse_shredded(db, tombstone));
        TRY(const bool before, accepted_before(db, s));
        if (before) return Outcome::already_accepted;
        bool removed = false;
        if (s.seq != 0) {  // a report is the first of its case: nobody can have taken an access away
            TRY(removed, drop::access_removed(db, s.case_id));
        }
        for (const NewObject& object : s.objects) TRY_(insert_object(db, s, object, removed));
        return Outcome::accepted;
    });
}

Result<bool> DropWriter::holds(const CaseId& case_id) {
    TRY(const std::uint32_t next, next_seq(case_id));
    return next != 0;
}

Result<Access> DropWriter::access(const CaseId& case_id) {
    TRY(const bool removed,
        readers_.read([&](sqlite::Connection& db) { return drop::access_removed(db, case_id); }));
    TRY(const bool held, holds(case_id));
    return removed ? Access::removed : held ? Access::held : Access::nothing;
}

Result<std::uint32_t> DropWriter::next_seq(const CaseId& case_id) {
    return readers_.read([&](sqlite::Connection& db) -> Result<std::uint32_t> {
        TRY(auto row,
            db.query("SELECT coalesce(max(seq) + 1, 0) FROM objects WHERE waits IN (0, 1) AND case_id = ?1",
                     {case_id}));
        TRY_(row.expect({Code::storage, "the store did not count"}));
        return row.number<std::uint32_t>(0);
    });
}

Result<std::vector<Upload>> DropWriter::begin_uploads(const std::vector<Upload>& wanted, Hour expires,
                                                      std::uint64_t most_bytes) {
    return writer_.write(
        [&](sqlite::Connection& db) { return uploads::begin(db, wanted, expires, most_bytes); });
}

Result<bool> DropWriter::has_begun(const EnvelopeId& env_id) {
    return readers_.read([&](sqlite::Connection& db) { return uploads::has_begun(db, env_id); });
}

Result<Upload> DropWriter::upload(const UploadId& id) {
    return readers_.read([&](sqlite::Connection& db) { return uploads::find(db, id); });
}

Status DropWriter::expire_uploads(Hour now) {
    return writer_.write([&](sqlite::Connection& db) { return uploads::expire(db, now); });
}

Result<bool> DropWriter::names_file(const UploadId& file) {
    return readers_.read([&](sqlite::Connection& db) { return uploads::names_file(db, file); });
}

Result<StoredSubmission> DropWriter::own(const CaseId& case_id, std::uint32_t seq) {
    return readers_.read([&](sqlite::Connection& db) -> Result<StoredSubmission> {
        return drop::submission(db, {case_id, seq}, drop::Wraps::own);
    });
}

}  // namespace parapet::vault
