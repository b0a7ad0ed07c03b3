#include "vault/migrations/migrate.h"

#include "vault/sqlite/transaction.h"

namespace parapet::vault {
namespace {

Status demand_kind(sqlite::Connection& db, StoreKind kind) {
    TRY(auto rows, db.query("PRAGMA application_id"));
    TRY_(rows.expect({Code::storage, "the store does not say what it is"}));
    if (rows.integer(0) != static_cast<std::int32_t>(kind))
        return Error{Code::storage, "this is another kind of store"};
    return Done{};
}

// An emptied file reads as a store of no version; what it held is gone, and migrating brings none of it back.
Status demand_pages(sqlite::Connection& db) {
    TRY(auto rows, db.query("PRAGMA page_count"));
    TRY_(rows.expect({Code::storage, "the store does not say how long it is"}));
    if (rows.integer(0) == 0) return Error{Code::storage, "the store is empty: restore a backup"};
    return Done{};
}

}  // namespace

std::span<const Migration> migrations(StoreKind kind) {
    switch (kind) {
        case StoreKind::drop:
            return migrations_of::kDrop;
        case StoreKind::mail:
            return migrations_of::kMail;
        case StoreKind::cases:
            return migrations_of::kCases;
        case StoreKind::keys:
            return migrations_of::kKeys;
    }
    INVARIANT(false);
    return {};
}

std::int32_t newest_version(StoreKind kind) { return static_cast<std::int32_t>(migrations(kind).size()); }

Result<std::int32_t> version_of(sqlite::Connection& db) {
    TRY(auto rows, db.query("PRAGMA user_version"));
    TRY_(rows.expect({Code::storage, "the store has no version"}));
    return rows.number<std::int32_t>(0);
}

Status migrate(sqlite::Connection& db, StoreKind kind) {
    TRY(const std::int32_t from, version_of(db));
    const auto steps = migrations(kind);
    if (from > newest_version(kind))
        return Error{Code::storage_newer, "the store was made by a newer program"};
    if (from < 0) return Error{Code::storage, "the store has no version"};
    if (from > 0) TRY_(demand_kind(db, kind));
    for (std::size_t step = static_cast<std::size_t>(from); step < steps.size(); ++step) {
        TRY(auto transaction, sqlite::Transaction::begin(db, sqlite::Transaction::Kind::write));
        TRY_(db.run_script(steps[step].script));
        TRY_(transaction.commit());
        TRY(const std::int32_t reached, version_of(db));
        INVARIANT(std::cmp_equal(reached, step + 1));
    }
    return demand_kind(db, kind);
}

Status demand_newest(sqlite::Connection& db, StoreKind kind) {
    TRY(const std::int32_t version, version_of(db));
    // Versions of another kind of store say nothing here.
    TRY_(version == 0 ? demand_pages(db) : demand_kind(db, kind));
    if (version > newest_version(kind))
        return Error{Code::storage_newer, "the store was made by a newer program"};
    if (version < newest_version(kind))
        return Error{Code::unavailable, "the store is older than this program: run parapet-vault migrate"};
    return Done{};
}

}  // namespace parapet::vault
