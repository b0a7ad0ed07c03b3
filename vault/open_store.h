// Opening a store that exists, for one role. Used by the stores' own open_*_for_* functions only.
#pragma once

#include "vault/migrations/migrate.h"
#include "vault/sqlite/reader_pool.h"

namespace parapet::vault {

inline constexpr std::size_t kReaders = 4;  // read-only connections per store and process

// storage_key, storage_newer, unavailable (older: run parapet-vault migrate), permissions.
[[nodiscard]] inline Result<sqlite::Connection> open_store(const std::filesystem::path& store,
                                                           std::span<const std::uint8_t, 32> key,
                                                           sqlite::Access access, StoreKind kind) {
    TRY(auto db, sqlite::Connection::open(store, key, access));
    TRY_(demand_newest(db, kind));
    return db;
}

// Opens one more reader whenever the pool asks. Holds its own copy of the key, in locked memory.
template <class Key>
[[nodiscard]] sqlite::ReaderPool::Open reader_of(const std::filesystem::path& store, const Key& key,
                                                 StoreKind kind) {
    return [store, kind, kept = std::make_shared<const Key>(key.duplicate())] {
        return open_store(store, kept->reveal(), sqlite::Access::read, kind);
    };
}

}  // namespace parapet::vault
