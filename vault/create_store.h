// Making the four stores, and bringing older ones up to date. For parapet-vault; services only open.
#pragma once

#include "vault/migrations/migrate.h"
#include "vault/store_key.h"

namespace parapet::vault {

// duplicate when the file exists. A store that could not be made whole is taken away again.
[[nodiscard]] Status create_store(const std::filesystem::path& store, const DropKey& key);
[[nodiscard]] Status create_store(const std::filesystem::path& store, const MailKey& key);
[[nodiscard]] Status create_store(const std::filesystem::path& store, const CasesKey& key);
[[nodiscard]] Status create_store(const std::filesystem::path& store, const KeysKey& key);

struct Versions {
    std::int32_t before = 0;
    std::int32_t now = 0;
};
// busy while a service writes the store.
[[nodiscard]] Result<Versions> migrate_store(const std::filesystem::path& store, const DropKey& key);
[[nodiscard]] Result<Versions> migrate_store(const std::filesystem::path& store, const MailKey& key);
[[nodiscard]] Result<Versions> migrate_store(const std::filesystem::path& store, const CasesKey& key);
[[nodiscard]] Result<Versions> migrate_store(const std::filesystem::path& store, const KeysKey& key);

}  // namespace parapet::vault
