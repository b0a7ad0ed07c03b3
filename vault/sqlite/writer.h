// Group commit: the jobs that wait for a store at the same moment share one durable commit.
//
//   caller ──job──▶ queue    nobody writes? the caller does, for all who wait:
//   caller ──job──▶   │
//   caller ──job──▶   └────▶ [ BEGIN · job · job · job · … · COMMIT (fsync) ] ──▶ all of them go on;
//                                             the caller writes for those who came meanwhile, too, a few
//                                             commits; then the first who waits does
//
// A caller waits until its own job is durable or refused. Nobody waits for a batch to fill: what is there is
// committed, so a single caller pays one commit and no change of threads. Nor does one happen between two
// commits as long as the same caller writes: nobody would write until the other has woken. A job that answers
// an error leaves nothing behind and spoils no other: when it had written something, or when the whole
// transaction breaks (disk full), the batch is rolled back and its jobs run again, each in a commit of its
// own. A job may therefore run twice and must hold no state of its own.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <type_traits>
#include <vector>

#include "vault/sqlite/connection.h"

namespace parapet::sqlite {

class Writer {
public:
    struct Limits {
        std::size_t queue = 512;   // waiting jobs; more is `busy`
        std::size_t batch = 64;    // jobs in one commit
        std::size_t commits = 16;  // by one caller, whose own job is done after the first
    };

    explicit Writer(Connection db) : Writer(std::move(db), Limits{}) {}
    Writer(Connection db, Limits limits) : limits_(limits), db_(std::move(db)) {}
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;
    // After the last caller has gone.
    ~Writer() { INVARIANT(queue_.empty() && !writing_); }

    // Runs job(Connection&) -> Result<T> on this or another caller's thread and waits until it is durable.
    // Any thread.
    template <class F>
    [[nodiscard]] auto write(F&& job) -> std::invoke_result_t<F&, Connection&> {
        Typed<F> typed(job);
        TRY_(wait_for(typed));
        return std::move(*typed.out);
    }

private:
    // What a waiting caller is told. Shared, because the caller goes on, and its job is gone, while it is
    // told.
    class Turn {
    public:
        enum class Word : std::uint8_t { wait, write, done };
        void tell(Word word);
        [[nodiscard]] Word wait();

    private:
        std::mutex mutex_;
        std::condition_variable told_;
        Word word_ = Word::wait;  // guarded by mutex_
    };
    struct Job {
        virtual ~Job() = default;
        virtual Status attempt(Connection& db) = 0;
        virtual void fail(Error error) = 0;

        std::shared_ptr<Turn> turn = std::make_shared<Turn>();
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
    // None: it is this caller's turn to write.
    [[nodiscard]] Result<std::shared_ptr<Turn>> line_up(Job& job);
    // Out of memory here ends the process: it cannot leave, and the others would wait for ever.
    void write_for_all(const Job& own) noexcept;
    // Those of the next batch, and how the others than the writer's own are told.
    struct Batch {
        std::vector<Job*> jobs;
        std::vector<std::shared_ptr<Turn>> others;
    };
    [[nodiscard]] Batch next_batch(const Job& own);
    // False: nobody waits, or the first who does was told to write.
    [[nodiscard]] bool goes_on(std::size_t commits);
    void run_batch(const std::vector<Job*>& batch);
    [[nodiscard]] Status run_together(const std::vector<Job*>& batch);
    [[nodiscard]] Result<bool> run_one(Job& job);

    const Limits limits_;
    Connection db_;  // of the caller who writes
    std::mutex mutex_;
    std::deque<Job*> queue_;  // guarded by mutex_
    bool writing_ = false;    // guarded by mutex_: a caller writes, or was told to
};

}  // namespace parapet::sqlite
