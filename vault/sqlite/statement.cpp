#include "vault/sqlite/statement.h"

#include <sqlcipher/sqlite3.h>

#include <utility>

#include "vault/sqlite/failure.h"

namespace parapet::sqlite {
namespace {

struct Bind {
    sqlite3_stmt* statement;
    int place;
    Rows::Bound bound;

    // SQLITE_TRANSIENT is a cast of -1 to a function pointer; that is SQLite's interface.
    [[nodiscard]] auto lifetime() const {
        return bound == Rows::Bound::kept ? SQLITE_STATIC : SQLITE_TRANSIENT;
    }
    int operator()(Null) const { return sqlite3_bind_null(statement, place); }
    int operator()(std::int64_t n) const { return sqlite3_bind_int64(statement, place, n); }
    int operator()(ByteView b) const {
        // Without bytes there may be no address, and SQLite would bind NULL.
        if (b.empty()) return sqlite3_bind_zeroblob(statement, place, 0);
        return sqlite3_bind_blob64(statement, place, b.data(), b.size(), lifetime());
    }
    int operator()(std::string_view s) const {
        return sqlite3_bind_text64(statement, place, s.empty() ? "" : s.data(), s.size(), lifetime(),
                                   SQLITE_UTF8);
    }
};

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* s) const { sqlite3_finalize(s); }

Result<Statement> Statement::prepare(sqlite3* db, Sql sql) {
    sqlite3_stmt* raw = nullptr;
    const int rc = sqlite3_prepare_v3(db, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    Statement out;
    out.handle_.reset(raw);
    if (rc != SQLITE_OK) return failure(rc);
    INVARIANT(raw != nullptr);
    return out;
}

Result<Rows> Rows::start(Statement& statement, std::initializer_list<Value> values, Bound bound) {
    INVARIANT(!statement.running_);
    INVARIANT(std::cmp_equal(values.size(), sqlite3_bind_parameter_count(statement.handle_.get())));
    statement.running_ = true;
    Rows rows(statement);
    int place = 1;
    for (const Value& value : values) {
        const int rc = std::visit(Bind{statement.handle_.get(), place++, bound}, value.held());
        if (rc != SQLITE_OK) return failure(rc);
    }
    return rows;
}

Rows::Rows(Rows&& other) noexcept : statement_(std::exchange(other.statement_, nullptr)) {}

Rows::~Rows() {
    if (statement_ == nullptr) return;
    sqlite3_reset(statement_->handle_.get());
    sqlite3_clear_bindings(statement_->handle_.get());
    statement_->running_ = false;
}

Result<bool> Rows::next() {
    const int rc = sqlite3_step(statement_->handle_.get());
    if (rc == SQLITE_ROW) return true;
    if (rc == SQLITE_DONE) return false;
    return failure(rc);
}

Status Rows::expect(Error absent) {
    TRY(const bool there, next());
    if (!there) return absent;
    return Done{};
}

bool Rows::null(int column) const {
    return sqlite3_column_type(statement_->handle_.get(), column) == SQLITE_NULL;
}

ByteView Rows::view(int column) const {
    sqlite3_stmt* const s = statement_->handle_.get();
    const void* data = sqlite3_column_blob(s, column);
    const int size = sqlite3_column_bytes(s, column);
    if (data == nullptr) return {};
    return {static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(size)};
}

std::string_view Rows::text(int column) const { return parapet::text(view(column)); }

std::int64_t Rows::integer(int column) const {
    return sqlite3_column_int64(statement_->handle_.get(), column);
}

}  // namespace parapet::sqlite
