// A few read-only connections to one store, shared by the threads of a server.
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

#include "vault/sqlite/transaction.h"

namespace parapet::sqlite {

// Connections are opened when they are first needed, since each holds memory, and then kept.
class ReaderPool {
public:
    using Open = std::function<Result<Connection>()>;

    // `open` makes one more connection; `most` is how many there may be.
    ReaderPool(Open open, std::size_t most) : open_(std::move(open)), most_(most) {}

    // Runs look(Connection&) -> Result<T> in one snapshot. Waits while all connections are in use. Any
    // thread.
    template <class F>
    [[nodiscard]] auto read(F&& look) -> std::invoke_result_t<F&, Connection&> {
        TRY(Lease lease, take());
        TRY(const Transaction snapshot, Transaction::begin(*lease.db, Transaction::Kind::snapshot));
        return look(*lease.db);
    }

private:
    struct Lease {
        Lease(ReaderPool& p, std::unique_ptr<Connection> c) : pool(&p), db(std::move(c)) {}
        Lease(Lease&&) noexcept = default;
        Lease& operator=(Lease&&) = delete;
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        ~Lease() {
            if (db) pool->give_back(std::move(db));
        }
        ReaderPool* pool;
        std::unique_ptr<Connection> db;
    };
    [[nodiscard]] Result<Lease> take();
    void give_back(std::unique_ptr<Connection> db);

    const Open open_;
    const std::size_t most_;
    std::mutex mutex_;
    std::condition_variable returned_;
    std::vector<std::unique_ptr<Connection>> idle_;  // guarded by mutex_
    std::size_t opened_ = 0;                         // guarded by mutex_
};

}  // namespace parapet::sqlite
