// How a store gets its tables. Forward only; each step is one transaction; nothing is ever taken back.
#pragma once

#include <span>

#include "vault/sqlite/connection.h"

namespace parapet::vault {

// The four stores. The number is the file's application_id, so that one is never opened as another.
enum class StoreKind : std::int32_t {
    drop = 0x50504401,
    mail = 0x50504402,
    cases = 0x50504403,
    keys = 0x50504404,
};

// A step from version n to n + 1. The script ends by setting user_version to n + 1, inside the transaction.
struct Migration {
    sqlite::Sql script;
};

[[nodiscard]] std::span<const Migration> migrations(StoreKind kind);

// The version this program writes: the number of steps.
[[nodiscard]] std::int32_t newest_version(StoreKind kind);
[[nodiscard]] Result<std::int32_t> version_of(sqlite::Connection& db);

// Takes a store of any older version, an empty file too, to the newest. storage_newer for a newer one.
[[nodiscard]] Status migrate(sqlite::Connection& db, StoreKind kind);
// Done only for exactly the newest version: storage_newer, or unavailable for an older one.
[[nodiscard]] Status demand_newest(sqlite::Connection& db, StoreKind kind);

namespace migrations_of {
extern const std::span<const Migration> kDrop;
extern const std::span<const Migration> kMail;
extern const std::span<const Migration> kCases;
extern const std::span<const Migration> kKeys;
}  // namespace migrations_of

}  // namespace parapet::vault
