#include "tests/bench/vault/raw_store.h"

namespace parapet::vault::bench {

Result<RawStore> RawStore::create(const std::filesystem::path& file, std::span<const std::uint8_t, 32> key) {
    TRY(auto db, sqlite::Connection::open(file, key, sqlite::Access::create_private));
    TRY_(db.run_script("CREATE TABLE t (id INTEGER PRIMARY KEY, b BLOB NOT NULL) STRICT;"));
    return RawStore(std::move(db));
}

// Outside a transaction every statement is one.
Status RawStore::put(ByteView blob) { return db_.run("INSERT INTO t (b) VALUES (?1)", {blob}); }

}  // namespace parapet::vault::bench
