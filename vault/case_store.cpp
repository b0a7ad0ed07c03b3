#include "vault/case_store.h"

#include "vault/lock_file.h"
#include "vault/open_store.h"
#include "vault/uploads.h"

namespace parapet::vault {

CaseStore::CaseStore(File lock, sqlite::Connection db, sqlite::ReaderPool::Open open)
    : lock_(std::move(lock)), writer_(std::move(db)), readers_(std::move(open), kReaders) {}

Result<std::unique_ptr<CaseStore>> open_cases_for_reviewer(const std::filesystem::path& store,
                                                           const CasesKey& key) {
    TRY(File lock, lock_for_writing(store));
    TRY(auto db, open_store(store, key.reveal(), sqlite::Access::write, StoreKind::cases));
    return std::unique_ptr<CaseStore>(
        new CaseStore(std::move(lock), std::move(db), reader_of(store, key, StoreKind::cases)));
}

Status CaseStore::save_checkpoint(const StoredCheckpoint& checkpoint) {
    return writer_.write([&](sqlite::Connection& db) -> Status {
        const auto root = CaseLook(db).root_at(checkpoint.head.size);
        if (!root.ok() || *root != checkpoint.head.root)
            return Error{Code::forked, "a checkpoint of another log than this one"};
        return db.run(
            "INSERT INTO checkpoint (one, size, root, note) VALUES (1, ?1, ?2, ?3) "
            "ON CONFLICT (one) DO UPDATE SET size = ?1, root = ?2, note = ?3 WHERE size <= ?1",
            {checkpoint.head.size, checkpoint.head.root, checkpoint.note});
    });
}

Result<std::vector<Upload>> CaseStore::begin_uploads(const std::vector<Upload>& wanted, Hour expires,
                                                     std::uint64_t most_bytes) {
    return writer_.write(
        [&](sqlite::Connection& db) { return uploads::begin(db, wanted, expires, most_bytes); });
}

Result<Upload> CaseStore::upload(const UploadId& id) {
    return readers_.read([&](sqlite::Connection& db) { return uploads::find(db, id); });
}

Status CaseStore::expire_uploads(Hour now) {
    return writer_.write([&](sqlite::Connection& db) { return uploads::expire(db, now); });
}

Result<bool> CaseStore::names_file(const UploadId& file) {
    return readers_.read([&](sqlite::Connection& db) { return uploads::names_file(db, file); });
}

Result<std::vector<OutboxRow>> CaseStore::outbox(std::size_t most) {
    return readers_.read([&](sqlite::Connection& db) -> Result<std::vector<OutboxRow>> {
        std::vector<OutboxRow> out;
        TRY(auto rows, db.query("SELECT id, kind, payload FROM outbox ORDER BY id LIMIT ?1", {most}));
        while (true) {
            TRY(const bool more, rows.next());
            if (!more) return out;
            TRY(const std::uint8_t kind, rows.number<std::uint8_t>(1));
            out.push_back({rows.integer(0), kind, rows.bytes(2)});
        }
    });
}

Status CaseStore::outbox_done(std::int64_t id) {
    return writer_.write(
        [&](sqlite::Connection& db) { return db.run("DELETE FROM outbox WHERE id = ?1", {id}); });
}

}  // namespace parapet::vault
