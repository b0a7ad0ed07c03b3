#include "vault/sqlite/writer.h"

#include "vault/sqlite/transaction.h"

namespace parapet::sqlite {
namespace {

// The store failed, not the job: a part of a row may stand in the transaction.
bool is_of_the_store(const Error& error) {
    return error.code == Code::storage || error.code == Code::storage_full || error.code == Code::io;
}

}  // namespace

void Writer::Turn::tell(Word word) {
    {
        const std::lock_guard lock(mutex_);
        word_ = word;
    }
    told_.notify_one();  // outside the lock, which the caller wants first of all
}

Writer::Turn::Word Writer::Turn::wait() {
    std::unique_lock lock(mutex_);
    told_.wait(lock, [&] { return word_ != Word::wait; });
    return word_;
}

Status Writer::wait_for(Job& job) {
    TRY(const std::shared_ptr<Turn> turn, line_up(job));
    if (turn != nullptr && turn->wait() == Turn::Word::done) return Done{};
    write_for_all(job);
    return Done{};
}

Result<std::shared_ptr<Writer::Turn>> Writer::line_up(Job& job) {
    const std::lock_guard lock(mutex_);
    if (queue_.size() >= limits_.queue) return Error{Code::busy, "too many writes wait for the store"};
    queue_.push_back(&job);
    if (writing_) return job.turn;
    writing_ = true;
    return std::shared_ptr<Turn>();
}

void Writer::write_for_all(const Job& own) noexcept {
    std::size_t commits = 0;
    bool more = true;
    while (more) {
        const Batch batch = next_batch(own);
        run_batch(batch.jobs);
        more = goes_on(++commits);
        for (const auto& other : batch.others) other->tell(Turn::Word::done);
    }
}

Writer::Batch Writer::next_batch(const Job& own) {
    const std::lock_guard lock(mutex_);
    Batch out;
    while (!queue_.empty() && out.jobs.size() < limits_.batch) {
        Job* const job = queue_.front();
        queue_.pop_front();
        out.jobs.push_back(job);
        if (job != &own) out.others.push_back(job->turn);
    }
    return out;
}

bool Writer::goes_on(std::size_t commits) {
    std::shared_ptr<Turn> next;
    {
        const std::lock_guard lock(mutex_);
        writing_ = !queue_.empty();
        if (!writing_) return false;
        if (commits < limits_.commits) return true;
        next = queue_.front()->turn;
    }
    next->tell(Turn::Word::write);
    return false;
}

void Writer::run_batch(const std::vector<Job*>& batch) {
    const Status together = run_together(batch);
    if (together.ok()) return;
    if (batch.size() == 1) return batch.front()->fail(together.error());
    for (Job* job : batch) run_batch({job});
}

Status Writer::run_together(const std::vector<Job*>& batch) {
    TRY(Transaction transaction, Transaction::begin(db_, Transaction::Kind::write));
    bool anything = false;
    for (Job* job : batch) {
        TRY(const bool kept, run_one(*job));
        anything = anything || kept;
    }
    if (!anything) return Done{};  // every job was refused, and each holds its own error
    return transaction.commit();
}

// True when the job's changes stand; false when it was refused before it changed anything; an error when the
// transaction is gone or has to go.
Result<bool> Writer::run_one(Job& job) {
    const std::int64_t before = db_.changed_in_all();
    const Status done = job.attempt(db_);
    if (!db_.in_transaction()) {
        if (!done.ok()) return done.error();
        return Error{Code::storage, "the transaction was rolled back"};
    }
    if (!done.ok() && (db_.changed_in_all() != before || is_of_the_store(done.error()))) return done.error();
    return done.ok();
}

}  // namespace parapet::sqlite
