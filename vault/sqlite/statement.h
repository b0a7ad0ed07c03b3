// A prepared statement, and the rows one run of it gives.
#pragma once

#include <initializer_list>
#include <memory>
#include <vector>

#include "vault/sqlite/sql.h"
#include "vault/sqlite/value.h"

struct sqlite3;
struct sqlite3_stmt;

namespace parapet::sqlite {

class Statement {
public:
    [[nodiscard]] static Result<Statement> prepare(sqlite3* db, Sql sql);

private:
    friend class Rows;
    struct Finalize {
        void operator()(sqlite3_stmt* s) const;
    };
    std::unique_ptr<sqlite3_stmt, Finalize> handle_;
    bool running_ = false;
};

// One run. Ends (reset, bindings cleared) when it is destroyed; a statement has one run at a time.
// Columns count from 0. A column of another type or size than asked for is `storage`: STRICT tables hold
// none.
class Rows {
public:
    // `keep`: the bound bytes live until this run ends, so SQLite need not copy them.
    enum class Bound { copied, kept };
    [[nodiscard]] static Result<Rows> start(Statement& statement, std::initializer_list<Value> values,
                                            Bound bound);
    Rows(Rows&& other) noexcept;
    Rows& operator=(Rows&&) = delete;
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    ~Rows();

    // True when there is a row to read.
    [[nodiscard]] Result<bool> next();
    // The next row must exist, else `absent`.
    [[nodiscard]] Status expect(Error absent);

    [[nodiscard]] bool null(int column) const;
    // Valid until next().
    [[nodiscard]] ByteView view(int column) const;
    [[nodiscard]] std::string_view text(int column) const;
    [[nodiscard]] Bytes bytes(int column) const {
        const ByteView v = view(column);
        return {v.begin(), v.end()};
    }
    [[nodiscard]] std::int64_t integer(int column) const;

    template <std::integral I>
    [[nodiscard]] Result<I> number(int column) const {
        const std::int64_t n = integer(column);
        if (!std::in_range<I>(n)) return Error{Code::storage, "a stored number is out of its range"};
        return static_cast<I>(n);
    }
    template <class F>
    [[nodiscard]] Result<F> fixed(int column) const {
        const ByteView v = view(column);
        if (v.size() != F::kSize) return Error{Code::storage, "a stored field has another size"};
        return F::copy(v.template first<F::kSize>());
    }
    // The first column of all rows that are left.
    template <class F>
    [[nodiscard]] Result<std::vector<F>> all_fixed() {
        std::vector<F> out;
        while (true) {
            TRY(const bool more, next());
            if (!more) return out;
            TRY(const F one, fixed<F>(0));
            out.push_back(one);
        }
    }
    [[nodiscard]] std::chrono::sys_days day(int column) const {
        return std::chrono::sys_days(std::chrono::days(integer(column)));
    }

private:
    explicit Rows(Statement& statement) : statement_(&statement) {}
    Statement* statement_;
};

}  // namespace parapet::sqlite
