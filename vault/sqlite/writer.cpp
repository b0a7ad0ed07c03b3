#include "vault/sqlite/writer.h"

#include <pthread.h>

#include "vault/sqlite/transaction.h"

namespace parapet::sqlite {

Writer::Writer(Connection db, Literal thread_name, Limits limits) : limits_(limits), db_(std::move(db)) {
    thread_ = std::jthread([this](const std::stop_token& stop) { work(stop); });
    pthread_setname_np(thread_.native_handle(), thread_name.c_str());
}

Writer::~Writer() {
    {
        const std::lock_guard lock(mutex_);
        closed_ = true;
    }
    thread_.request_stop();
    thread_.join();
}

Status Writer::wait_for(Job& job) {
    {
        const std::lock_guard lock(mutex_);
        if (closed_) return Error{Code::unavailable, "the store is closing"};
        if (queue_.size() >= limits_.queue) return Error{Code::busy, "too many writes wait for the store"};
        queue_.push_back(&job);
    }
    waiting_.notify_one();
    std::unique_lock lock(job.mutex);
    job.changed.wait(lock, [&] { return job.done; });
    return Done{};
}

void Writer::work(const std::stop_token& stop) {
    for (std::vector<Job*> batch = next_batch(stop); !batch.empty(); batch = next_batch(stop))
        run_batch(batch);
}

std::vector<Writer::Job*> Writer::next_batch(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    waiting_.wait(lock, stop, [&] { return !queue_.empty(); });
    std::vector<Job*> batch;
    while (!queue_.empty() && batch.size() < limits_.batch) {
        batch.push_back(queue_.front());
        queue_.pop_front();
    }
    return batch;
}

void Writer::run_batch(const std::vector<Job*>& batch) {
    const Status together = run_together(batch);
    if (!together.ok() && batch.size() > 1) {
        for (Job* job : batch) run_batch({job});
        return;
    }
    for (Job* job : batch) {
        if (!together.ok()) job->fail(together.error());
        finish(*job);
    }
}

Status Writer::run_together(const std::vector<Job*>& batch) {
    TRY(Transaction transaction, Transaction::begin(db_, Transaction::Kind::write));
    bool anything = false;
    for (Job* job : batch) {
        TRY(const bool kept, run_one(*job));
        anything = anything || kept;
    }
    if (!anything) return Done{};  // every job was refused: rolled back, and each holds its own error
    return transaction.commit();
}

// True when the job's changes stand; an error when the whole transaction is gone.
Result<bool> Writer::run_one(Job& job) {
    TRY_(db_.run("SAVEPOINT job"));
    const Status done = job.attempt(db_);
    if (!db_.in_transaction()) {
        if (!done.ok()) return done.error();
        return Error{Code::storage, "the transaction was rolled back"};
    }
    if (!done.ok()) TRY_(db_.run("ROLLBACK TO job"));
    TRY_(db_.run("RELEASE job"));
    return done.ok();
}

void Writer::finish(Job& job) {
    // Notified under the lock: the job is on the caller's stack and gone as soon as the caller sees `done`.
    const std::lock_guard lock(job.mutex);
    job.done = true;
    job.changed.notify_one();
}

}  // namespace parapet::sqlite
