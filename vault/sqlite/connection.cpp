#include "vault/sqlite/connection.h"

#include <fcntl.h>
#include <sqlcipher/sqlite3.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>

#include "crypto/base/secret.h"
#include "vault/sqlite/failure.h"

namespace parapet::sqlite {
namespace {

constexpr int kBusyMilliseconds = 5000;

// SQLCipher takes x'<64 hex>' as a raw key. Anything else, 32 bare bytes too, it takes for a passphrase and
// stretches: 109 ms instead of 1.4 ms to open, and a file that the raw key does not open.
using KeyText = Secret<67, struct KeyTextTag>;

KeyText key_text(std::span<const std::uint8_t, 32> raw) {
    return KeyText::make([&](std::span<std::uint8_t, 67> out) {
        constexpr std::string_view kDigits = "0123456789abcdef";
        out[0] = 'x';
        out[1] = '\'';
        for (std::size_t i = 0; i < raw.size(); ++i) {
            out[2 + 2 * i] = static_cast<std::uint8_t>(kDigits[raw[i] >> 4U]);
            out[3 + 2 * i] = static_cast<std::uint8_t>(kDigits[raw[i] & 15U]);
        }
        out[66] = '\'';
    });
}

bool new_enough(std::string_view version) {
    int major = 0;
    int minor = 0;
    const char* const end = version.data() + version.size();
    const auto after_major = std::from_chars(version.data(), end, major);
    if (after_major.ec != std::errc{} || after_major.ptr == end || *after_major.ptr != '.') return false;
    if (std::from_chars(after_major.ptr + 1, end, minor).ec != std::errc{}) return false;
    return major > 4 || (major == 4 && minor >= 6);
}

bool creates(Access access) { return access == Access::create_private || access == Access::create_shared; }

// SQLite gives the files beside it (WAL, shared memory) the same mode.
Status make_file(const std::filesystem::path& file, mode_t mode) {
    const int fd = ::open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode);
    if (fd >= 0) {
        ::close(fd);
        return Done{};
    }
    if (errno == EEXIST) return Error{Code::duplicate, "a store of that name exists"};
    if (errno == ENOSPC) return Error{Code::storage_full, "no room for a new store"};
    return Error{Code::permissions, "the folder does not take a new store"};
}

}  // namespace

void Connection::Close::operator()(sqlite3* db) const { sqlite3_close_v2(db); }

Result<Connection> Connection::open(const std::filesystem::path& file,
                                    std::span<const std::uint8_t, 32> raw_key, Access access) {
    if (creates(access)) TRY_(make_file(file, access == Access::create_shared ? 0640 : 0600));
    const int flags = (access == Access::read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE) |
                      SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE;
    if (::access(file.c_str(), F_OK) != 0 && errno == ENOENT)
        return Error{Code::not_found, "the store is not there"};
    sqlite3* raw = nullptr;
    const int rc = sqlite3_open_v2(file.c_str(), &raw, flags, nullptr);
    Connection out;
    out.handle_.reset(raw);
    if (rc != SQLITE_OK) return failure(rc);
    TRY_(out.unlock(raw_key, access));
    return out;
}

Status Connection::unlock(std::span<const std::uint8_t, 32> raw_key, Access access) {
    const KeyText key = key_text(raw_key);
    const auto shown = key.reveal();
    if (const int rc = sqlite3_key_v2(handle_.get(), "main", shown.data(), static_cast<int>(shown.size()));
        rc != SQLITE_OK)
        return failure(rc);
    // SQLCipher would write its own lines, with instants, to standard error. Errors go up as codes and
    // nowhere else. After the key: a process's first key sets the level anew.
    TRY_(run_script("PRAGMA cipher_log_level = NONE;"));
    sqlite3_busy_timeout(handle_.get(), kBusyMilliseconds);
    // A plan never looks at a bound value. Else a condition like `seq = ?` beside a partial index `seq = 0`
    // has its statement prepared anew at every use, which takes longer than most of them.
    if (const int rc = sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
        rc != SQLITE_OK)
        return failure(rc);
    {
        TRY(Rows version, query("PRAGMA cipher_version"));
        TRY(const bool there, version.next());
        // A plain SQLite answers nothing here and would write everything in the clear.
        if (!there || !new_enough(version.text(0)))
            return Error{Code::unavailable, "SQLCipher 4.6 or newer is needed"};
    }
    {
        // The first page read is the first use of the key.
        TRY(Rows first, query("SELECT count(*) FROM sqlite_schema"));
        TRY_(first.expect({Code::storage_key, "another key than this store's, or not a store"}));
    }
    // Statements that answer with a row are fine in a script: the answer is passed over.
    if (creates(access))
        TRY_(run_script("PRAGMA page_size = 4096; PRAGMA auto_vacuum = NONE; PRAGMA journal_mode = WAL;"));
    TRY_(
        run_script("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY;"
                   "PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"));
    if (access == Access::read) return run_script("PRAGMA query_only = ON; PRAGMA cache_size = -512;");
    // The WAL stays when the writer ends (emptied), so that a reader of another user, who may create nothing
    // in the folder, can open the store before the writer is up again.
    int stays = 1;
    if (const int rc = sqlite3_file_control(handle_.get(), "main", SQLITE_FCNTL_PERSIST_WAL, &stays);
        rc != SQLITE_OK)
        return failure(rc);
    return run_script("PRAGMA journal_size_limit = 16777216; PRAGMA cache_size = -8192;");
}

Result<Statement*> Connection::prepared(Sql sql) {
    if (const auto found = statements_.find(sql.c_str()); found != statements_.end())
        return found->second.get();
    TRY(Statement made, Statement::prepare(handle_.get(), sql));
    auto owned = std::make_unique<Statement>(std::move(made));
    Statement* const out = owned.get();
    statements_.emplace(sql.c_str(), std::move(owned));
    return out;
}

Result<Rows> Connection::query(Sql sql, std::initializer_list<Value> values) {
    TRY(Statement* const statement, prepared(sql));
    return Rows::start(*statement, values, Rows::Bound::copied);
}

Status Connection::run(Sql sql, std::initializer_list<Value> values) {
    TRY(Statement* const statement, prepared(sql));
    TRY(Rows rows, Rows::start(*statement, values, Rows::Bound::kept));
    TRY(const bool row, rows.next());
    INVARIANT(!row);
    return Done{};
}

Status Connection::run_script(Sql script) {
    const int rc = sqlite3_exec(handle_.get(), script.c_str(), nullptr, nullptr, nullptr);
    if (rc != SQLITE_OK) return failure(rc);
    return Done{};
}

std::int64_t Connection::changed() const { return sqlite3_changes64(handle_.get()); }

std::int64_t Connection::changed_in_all() const { return sqlite3_total_changes64(handle_.get()); }

std::int64_t Connection::last_inserted() const { return sqlite3_last_insert_rowid(handle_.get()); }

bool Connection::in_transaction() const { return sqlite3_get_autocommit(handle_.get()) == 0; }

}  // namespace parapet::sqlite
