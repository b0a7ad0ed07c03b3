// One open SQLCipher file.
//
// Settings of every connection: raw key (never a passphrase), WAL, synchronous FULL, foreign keys, temporary
// data in memory, secure_delete. Not given: hiding of file size, of page count, or of which pages changed
// when.
#pragma once

#include <filesystem>
#include <memory>
#include <span>
#include <unordered_map>

#include "vault/sqlite/statement.h"

namespace parapet::sqlite {

enum class Access {
    create_private,  // the file must not exist; only its owner may read it
    create_shared,   // the group may read it too: another service does
    write,           // the file must exist
    read,            // opened read-only; query_only on top of it
};

// Used by one thread at a time.
class Connection {
public:
    // storage_key for another key than the file's; unavailable for a SQLCipher older than 4.6.
    [[nodiscard]] static Result<Connection> open(const std::filesystem::path& file,
                                                 std::span<const std::uint8_t, 32> raw_key, Access access);

    // Rows of a statement that is prepared once per connection. Values are bound by position.
    [[nodiscard]] Result<Rows> query(Sql sql, std::initializer_list<Value> values = {});
    // For statements without rows: done when it returns.
    [[nodiscard]] Status run(Sql sql, std::initializer_list<Value> values = {});
    // Several statements without values, for migrations. Not prepared for later.
    [[nodiscard]] Status run_script(Sql script);

    // Rows the last statement inserted, changed or deleted.
    [[nodiscard]] std::int64_t changed() const;
    // Rows all statements changed since it was opened: unchanged means that nothing was written.
    [[nodiscard]] std::int64_t changed_in_all() const;
    // The row number of the last insert into a table that has one.
    [[nodiscard]] std::int64_t last_inserted() const;
    // False once SQLite itself rolled back, as it does when the disk is full.
    [[nodiscard]] bool in_transaction() const;

private:
    struct Close {
        void operator()(sqlite3* db) const;
    };
    [[nodiscard]] Result<Statement*> prepared(Sql sql);
    [[nodiscard]] Status unlock(std::span<const std::uint8_t, 32> raw_key, Access access);

    std::unique_ptr<sqlite3, Close> handle_;
    // By the literal's address: every statement is one place in the program. Declared last, gone first.
    std::unordered_map<const char*, std::unique_ptr<Statement>> statements_;
};

}  // namespace parapet::sqlite
