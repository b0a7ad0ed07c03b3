#include "vault/sqlite/transaction.h"

#include <utility>

namespace parapet::sqlite {

Result<Transaction> Transaction::begin(Connection& db, Kind kind) {
    if (kind == Kind::write) {
        TRY_(db.run("BEGIN IMMEDIATE"));
    } else {
        TRY_(db.run("BEGIN"));
    }
    return Transaction(db);
}

Transaction::Transaction(Transaction&& other) noexcept : db_(std::exchange(other.db_, nullptr)) {}

Transaction::~Transaction() {
    // SQLite may have rolled back already. A rollback that fails leaves the store as it was, too.
    if (db_ != nullptr && db_->in_transaction()) static_cast<void>(db_->run("ROLLBACK"));
}

Status Transaction::commit() {
    if (!db_->in_transaction()) return Error{Code::storage, "the transaction was rolled back"};
    return db_->run("COMMIT");
}

}  // namespace parapet::sqlite
