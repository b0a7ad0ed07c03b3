#include "vault/create_store.h"

#include "vault/lock_file.h"

namespace parapet::vault {
namespace {

using RawKey = std::span<const std::uint8_t, 32>;

Status make_tables(const std::filesystem::path& store, RawKey key, StoreKind kind) {
    TRY(auto db, sqlite::Connection::open(store, key, sqlite::Access::write));
    return migrate(db, kind);
}

void take_away(const std::filesystem::path& store) {
    for (const char* suffix : {"", "-wal", "-shm", ".writer"}) {
        std::filesystem::path file = store;
        file += suffix;
        std::error_code unheard;  // the first error is the one to tell
        std::filesystem::remove(file, unheard);
    }
}

Status create(const std::filesystem::path& store, RawKey key, StoreKind kind) {
    TRY(const File lock, lock_for_writing(store));
    // Intake reads mail.db, the reviewer service drop.db; the other two are one service's alone.
    const bool shared = kind == StoreKind::drop || kind == StoreKind::mail;
    const auto access = shared ? sqlite::Access::create_shared : sqlite::Access::create_private;
    if (const auto made = sqlite::Connection::open(store, key, access); !made.ok()) {
        if (made.error().code != Code::duplicate) take_away(store);
        return made.error();
    }
    const Status done = make_tables(store, key, kind);
    if (!done.ok()) take_away(store);
    return done;
}

Result<Versions> bring_up(const std::filesystem::path& store, RawKey key, StoreKind kind) {
    TRY(const File lock, lock_for_writing(store));
    TRY(auto db, sqlite::Connection::open(store, key, sqlite::Access::write));
    Versions out;
    TRY(out.before, version_of(db));
    TRY_(migrate(db, kind));
    out.now = newest_version(kind);
    return out;
}

}  // namespace

Status create_store(const std::filesystem::path& store, const DropKey& key) {
    return create(store, key.reveal(), StoreKind::drop);
}
Status create_store(const std::filesystem::path& store, const MailKey& key) {
    return create(store, key.reveal(), StoreKind::mail);
}
Status create_store(const std::filesystem::path& store, const CasesKey& key) {
    return create(store, key.reveal(), StoreKind::cases);
}
Status create_store(const std::filesystem::path& store, const KeysKey& key) {
    return create(store, key.reveal(), StoreKind::keys);
}

Result<Versions> migrate_store(const std::filesystem::path& store, const DropKey& key) {
    return bring_up(store, key.reveal(), StoreKind::drop);
}
Result<Versions> migrate_store(const std::filesystem::path& store, const MailKey& key) {
    return bring_up(store, key.reveal(), StoreKind::mail);
}
Result<Versions> migrate_store(const std::filesystem::path& store, const CasesKey& key) {
    return bring_up(store, key.reveal(), StoreKind::cases);
}
Result<Versions> migrate_store(const std::filesystem::path& store, const KeysKey& key) {
    return bring_up(store, key.reveal(), StoreKind::keys);
}

}  // namespace parapet::vault
