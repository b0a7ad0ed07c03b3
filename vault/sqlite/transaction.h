// A transaction that rolls back unless it was committed.
#pragma once

#include "vault/sqlite/connection.h"

namespace parapet::sqlite {

class Transaction {
public:
    // snapshot: everything read in it is of one moment. write: nobody else writes meanwhile.
    enum class Kind { snapshot, write };

    [[nodiscard]] static Result<Transaction> begin(Connection& db, Kind kind);
    Transaction(Transaction&& other) noexcept;
    Transaction& operator=(Transaction&&) = delete;
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    // Durable when it answers Done. After an error nothing of it is there.
    [[nodiscard]] Status commit();

private:
    explicit Transaction(Connection& db) : db_(&db) {}
    Connection* db_;
};

}  // namespace parapet::sqlite
