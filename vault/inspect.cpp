#include "vault/inspect.h"

#include "crypto/verify/log_file.h"
#include "vault/case_look.h"
#include "vault/open_store.h"
#include "vault/sqlite/transaction.h"

namespace parapet::vault {
namespace {

// cipher_integrity_check answers a row for each page whose tag is wrong; quick_check answers "ok" or
// findings.
Result<std::uint64_t> findings(sqlite::Connection& db) {
    std::uint64_t found = 0;
    {
        TRY(auto rows, db.query("PRAGMA cipher_integrity_check"));
        while (true) {
            TRY(const bool more, rows.next());
            if (!more) break;
            ++found;
        }
    }
    if (found > 0) return found;  // SQLite itself stops at such a page
    TRY(auto rows, db.query("PRAGMA quick_check"));
    while (true) {
        TRY(const bool more, rows.next());
        if (!more) return found;
        if (rows.text(0) != "ok") ++found;
    }
}

Result<StoreFacts> inspect(const std::filesystem::path& store, std::span<const std::uint8_t, 32> key,
                           StoreKind kind, bool check) {
    TRY(auto db, sqlite::Connection::open(store, key, sqlite::Access::read));
    StoreFacts out;
    TRY(out.version, version_of(db));
    out.newest = newest_version(kind);
    if (check) {
        TRY(out.damaged, findings(db));
    }
    return out;
}

}  // namespace

Result<StoreFacts> inspect_store(const std::filesystem::path& store, const DropKey& key, bool check) {
    return inspect(store, key.reveal(), StoreKind::drop, check);
}
Result<StoreFacts> inspect_store(const std::filesystem::path& store, const MailKey& key, bool check) {
    return inspect(store, key.reveal(), StoreKind::mail, check);
}
Result<StoreFacts> inspect_store(const std::filesystem::path& store, const CasesKey& key, bool check) {
    return inspect(store, key.reveal(), StoreKind::cases, check);
}
Result<StoreFacts> inspect_store(const std::filesystem::path& store, const KeysKey& key, bool check) {
    return inspect(store, key.reveal(), StoreKind::keys, check);
}

Result<Bytes> log_file(const std::filesystem::path& case_store, const CasesKey& key) {
    TRY(auto db, open_store(case_store, key.reveal(), sqlite::Access::read, StoreKind::cases));
    TRY(const auto snapshot, sqlite::Transaction::begin(db, sqlite::Transaction::Kind::snapshot));
    const CaseLook look(db);
    TRY(const StoredCheckpoint checkpoint, look.checkpoint());
    verify::LogFileWriter out(checkpoint.head.size);
    for (std::uint64_t index = 0; index < checkpoint.head.size; ++index) {
        TRY(const Bytes leaf, look.leaf(index));
        out.add(leaf);
    }
    return out.finish(checkpoint.note);
}

}  // namespace parapet::vault
