#include "vault/case_keys.h"

#include "vault/lock_file.h"
#include "vault/open_store.h"

namespace parapet::vault {
namespace {

Result<std::optional<verify::CaseSecret>> stored(sqlite::Connection& db, const CaseId& case_id) {
    TRY(auto row, db.query("SELECT key FROM case_keys WHERE case_id = ?1", {case_id}));
    TRY(const bool there, row.next());
    if (!there) return std::optional<verify::CaseSecret>();
    const ByteView key = row.view(0);
    if (key.size() != verify::CaseSecret::kSize)
        return Error{Code::storage, "a stored field has another size"};
    return std::optional(verify::CaseSecret::copy(key.first<verify::CaseSecret::kSize>()));
}

}  // namespace

CaseKeys::CaseKeys(File lock, sqlite::Connection db, sqlite::ReaderPool::Open open)
    : lock_(std::move(lock)), writer_(std::move(db)), readers_(std::move(open), 2) {}

Result<std::unique_ptr<CaseKeys>> open_keys_for_reviewer(const std::filesystem::path& store,
                                                         const KeysKey& key) {
    TRY(File lock, lock_for_writing(store));
    TRY(auto db, open_store(store, key.reveal(), sqlite::Access::write, StoreKind::keys));
    // Locks and wipes SQLite's own memory, where pages with case secrets lie. It holds for the whole process
    // and costs a tenth of the speed, which the reviewer service has; intake's stores hold ciphertext only.
    TRY_(db.run_script("PRAGMA cipher_memory_security = ON;"));
    return std::unique_ptr<CaseKeys>(
        new CaseKeys(std::move(lock), std::move(db), reader_of(store, key, StoreKind::keys)));
}

Result<verify::CaseSecret> CaseKeys::find_or_keep(const CaseId& case_id, const verify::CaseSecret& fresh) {
    return writer_.write([&](sqlite::Connection& db) -> Result<verify::CaseSecret> {
        TRY(auto before, stored(db, case_id));
        if (before) return std::move(*before);
        TRY_(db.run("INSERT INTO case_keys (case_id, key) VALUES (?1, ?2)",
                    {case_id, ByteView(fresh.reveal())}));
        return fresh.duplicate();
    });
}

Result<verify::CaseSecret> CaseKeys::find(const CaseId& case_id) {
    return readers_.read([&](sqlite::Connection& db) -> Result<verify::CaseSecret> {
        TRY(auto found, stored(db, case_id));
        if (!found) return Error{Code::not_found, "the case has no secret"};
        return std::move(*found);
    });
}

Status CaseKeys::destroy(const CaseId& case_id) {
    return writer_.write([&](sqlite::Connection& db) {
        return db.run("DELETE FROM case_keys WHERE case_id = ?1", {case_id});
    });
}

}  // namespace parapet::vault
