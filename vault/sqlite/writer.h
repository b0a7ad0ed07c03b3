// Group commit: one thread writes a store; the jobs that wait at the same moment share one durable commit.
//
//   caller ──job──▶ queue ──▶ [ BEGIN · job in a savepoint · job in a savepoint · … · COMMIT (fsync) ] ──▶
//   callers go on
//
// A caller waits until its own job is durable or refused. The thread never waits for a batch to fill: it
// commits what is there, so a single caller pays one commit and no more. A job that answers an error leaves
// nothing behind and spoils no other. If the whole transaction breaks (disk full), its jobs run again one
// by one, so that one which is too large refuses alone; a job may therefore run twice and must hold no
// state of its own.
#pragma once

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

#include "vault/sqlite/connection.h"

namespace parapet::sqlite {

class Writer {
public:
    struct Limits {
        std::size_t queue = 512;  // waiting jobs; more is `busy`
        std::size_t batch = 64;   // jobs in one commit
    };

    // `thread_name` has at most 15 bytes.
    Writer(Connection db, Literal thread_name) : Writer(std::move(db), thread_name, Limits{}) {}
    Writer(Connection db, Literal thread_name, Limits limits);
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    // Finishes the jobs that wait, then ends the thread.
    ~Writer();

    // Runs job(Connection&) -> Result<T> on the writing thread and waits until it is durable. Any thread.
    template <class F>
    [[nodiscard]] auto write(F&& job) -> std::invoke_result_t<F&, Connection&> {
        Typed<F> typed(job);
        TRY_(wait_for(typed));
        return std::move(*typed.out);
    }

private:
    struct Job {
        virtual ~Job() = default;
        virtual Status attempt(Connection& db) = 0;
        virtual void fail(Error error) = 0;

        std::mutex mutex;  // guards done
        std::condition_variable changed;
        bool done = false;
    };
    // Lives on the caller's stack: the caller waits.
    template <class F>
    struct Typed final : Job {
        explicit Typed(F& f) : job(f) {}
        Status attempt(Connection& db) override {
            out.emplace(job(db));
            if (!out->ok()) return out->error();
            return Done{};
        }
        void fail(Error error) override { out.emplace(error); }

        F& job;
        std::optional<std::invoke_result_t<F&, Connection&>> out;
    };

    [[nodiscard]] Status wait_for(Job& job);
    void work(const std::stop_token& stop);
    [[nodiscard]] std::vector<Job*> next_batch(const std::stop_token& stop);
    void run_batch(const std::vector<Job*>& batch);
    [[nodiscard]] Status run_together(const std::vector<Job*>& batch);
    [[nodiscard]] Result<bool> run_one(Job& job);
    static void finish(Job& job);

    const Limits limits_;
    Connection db_;  // the thread's alone
    std::mutex mutex_;
    std::condition_variable_any waiting_;
    std::deque<Job*> queue_;  // guarded by mutex_
    bool closed_ = false;     // guarded by mutex_
    std::jthread thread_;     // last: it uses all of the above
};

}  // namespace parapet::sqlite
