#include "vault/sqlite/writer.h"

#include <algorithm>
#include <atomic>
#include <future>
#include <latch>
#include <map>
#include <mutex>
#include <thread>

#include "tests/vault/fixtures.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::sqlite {
namespace {

using vault::testing::Counting;
using vault::testing::Folder;
using RawKey = Secret<32, struct TestKeyTag>;

class Store {
public:
    explicit Store(Writer::Limits limits = {}, Sql setting = "") {
        Counting random;
        const RawKey key = RawKey::random(random);
        const auto file = folder / "s.db";
        Connection db = Connection::open(file, key.reveal(), Access::create_private).value();
        REQUIRE(db.run_script("CREATE TABLE t (n INTEGER PRIMARY KEY, b BLOB) STRICT;").ok());
        REQUIRE(db.run_script(setting).ok());
        reader.emplace(Connection::open(file, key.reveal(), Access::read).value());
        writer.emplace(std::move(db), limits);
    }
    [[nodiscard]] static std::vector<int> numbers(Connection& db) {
        std::vector<int> out;
        Rows rows = db.query("SELECT n FROM t ORDER BY n").value();
        while (rows.next().value()) out.push_back(rows.number<int>(0).value());
        return out;
    }
    // Starts a job that holds the writing until release(), so that what follows waits together.
    void hold() {
        std::promise<void> begun;
        held_ = std::async(std::launch::async, [&] {
            return writer->write([&](Connection&) -> Status {
                if (!begun_once_.exchange(true)) begun.set_value();
                gate_.wait();
                return Done{};
            });
        });
        begun.get_future().wait();
    }
    void release() {
        gate_.count_down();
        REQUIRE(held_.get().ok());
    }
    template <class F>
    std::future<Status> later(F job) {
        return std::async(std::launch::async, [this, job] { return writer->write(job); });
    }
    // Until this many jobs wait.
    static void settle() { std::this_thread::sleep_for(std::chrono::milliseconds(200)); }

    Folder folder;
    std::optional<Connection> reader;
    std::optional<Writer> writer;

private:
    std::latch gate_{1};
    std::atomic<bool> begun_once_ = false;
    std::future<Status> held_;
};

auto insert(int n, std::size_t bytes = 10) {
    return [n, bytes](Connection& db) -> Status {
        const Bytes b(bytes, 7);
        return db.run("INSERT INTO t (n, b) VALUES (?1, ?2)", {n, b});
    };
}

}  // namespace

TEST_CASE("what a caller was told is written is there for another connection") {
    Store store;
    for (int n = 0; n < 20; ++n) {
        REQUIRE(store.writer->write(insert(n)).ok());
        CHECK(store.numbers(*store.reader).back() == n);
    }
}

TEST_CASE("jobs that wait together share one commit") {
    Store store;
    store.hold();
    std::vector<std::future<Status>> others;
    for (int n = 0; n < 8; ++n) others.push_back(store.later(insert(n)));
    Store::settle();
    // The last of the batch sees the others' rows; another connection sees none of them yet.
    std::size_t inside = 0;
    std::size_t outside = 99;
    auto last = store.later([&](Connection& db) -> Status {
        inside = Store::numbers(db).size();
        outside = Store::numbers(*store.reader).size();
        return Done{};
    });
    Store::settle();
    store.release();
    REQUIRE(last.get().ok());
    for (auto& other : others) CHECK(other.get().ok());
    CHECK(inside == 8);
    CHECK(outside == 0);
    CHECK(store.numbers(*store.reader).size() == 8);
}

TEST_CASE("a job that is refused leaves nothing and spoils no other of its commit") {
    Store store;
    store.hold();
    std::vector<std::future<Status>> done;
    for (int n = 0; n < 12; ++n)
        done.push_back(store.later([n](Connection& db) -> Status {
            TRY_(insert(n)(db));
            if (n % 3 == 1) return Error{Code::forbidden, "an odd one"};
            if (n % 3 == 2) return insert(n)(db);
            return Done{};
        }));
    Store::settle();
    store.release();
    for (int n = 0; n < 12; ++n) {
        const Status status = done[static_cast<std::size_t>(n)].get();
        if (n % 3 == 0) CHECK(status.ok());
        if (n % 3 == 1) CHECK(status.error().code == Code::forbidden);
        if (n % 3 == 2) CHECK(status.error().code == Code::duplicate);
    }
    CHECK(store.numbers(*store.reader) == std::vector{0, 3, 6, 9});
}

TEST_CASE("a batch in which every job is refused leaves the store as it was and writable") {
    Store store;
    store.hold();
    std::vector<std::future<Status>> refused;
    for (int n = 0; n < 4; ++n)
        refused.push_back(store.later([n](Connection& db) -> Status {
            if (n % 2 == 0) TRY_(insert(n)(db));
            return Error{Code::forbidden, "refused"};
        }));
    Store::settle();
    store.release();
    for (auto& one : refused) CHECK(one.get().error().code == Code::forbidden);
    CHECK(store.numbers(*store.reader).empty());
    CHECK(store.writer->write(insert(7)).ok());
}

TEST_CASE("a lone caller writes on its own thread") {
    Store store;
    std::thread::id wrote;
    REQUIRE(store.writer
                ->write([&](Connection& db) -> Status {
                    wrote = std::this_thread::get_id();
                    return insert(1)(db);
                })
                .ok());
    CHECK(wrote == std::this_thread::get_id());
}

TEST_CASE("a caller writes for those who came meanwhile, so many commits and no more") {
    Store store({.batch = 1, .commits = 3});
    store.hold();
    std::mutex mutex;
    std::map<std::thread::id, int> written;
    std::vector<std::future<Status>> others;
    for (int n = 0; n < 6; ++n)
        others.push_back(store.later([&](Connection&) -> Status {
            const std::lock_guard lock(mutex);
            ++written[std::this_thread::get_id()];
            return Done{};
        }));
    Store::settle();
    store.release();
    for (auto& other : others) CHECK(other.get().ok());
    // Who held it wrote two of them, the first of the others three, and the last one its own.
    std::vector<int> jobs;
    for (const auto& [thread, count] : written) jobs.push_back(count);
    std::ranges::sort(jobs);
    CHECK(jobs == std::vector{1, 2, 3});
}

TEST_CASE("every one of many callers is answered, whoever writes for it") {
    Store store({.queue = 64, .batch = 3});
    constexpr int kCallers = 16;
    constexpr int kEach = 25;
    std::atomic<int> answered = 0;
    {
        std::vector<std::jthread> callers;
        for (int c = 0; c < kCallers; ++c)
            callers.emplace_back([&, c] {
                for (int n = 0; n < kEach; ++n)
                    if (store.writer->write(insert(c * kEach + n)).ok()) ++answered;
            });
    }
    CHECK(answered == kCallers * kEach);
    CHECK(store.numbers(*store.reader).size() == kCallers * kEach);
}

TEST_CASE("a job too large for the disk is refused alone; the others of its commit are kept") {
    Store store({}, "PRAGMA max_page_count = 40;");
    store.hold();
    auto small = store.later(insert(1));
    Store::settle();
    auto large = store.later(insert(2, 1'000'000));
    Store::settle();
    auto another = store.later(insert(3));
    Store::settle();
    store.release();
    CHECK(small.get().ok());
    CHECK(large.get().error().code == Code::storage_full);
    CHECK(another.get().ok());
    CHECK(store.numbers(*store.reader) == std::vector{1, 3});
    CHECK(store.writer->write(insert(4)).ok());
}

TEST_CASE("one job more than may wait is told that the store is busy, and the others are not") {
    Store store({.queue = 5, .batch = 2});
    store.hold();
    std::vector<std::future<Status>> waiting;
    for (int n = 0; n < 5; ++n) waiting.push_back(store.later(insert(n)));
    Store::settle();
    CHECK(store.writer->write(insert(9)).error().code == Code::busy);
    store.release();
    for (auto& one : waiting) CHECK(one.get().ok());
    CHECK(store.numbers(*store.reader).size() == 5);
    CHECK(store.writer->write(insert(9)).ok());
}

TEST_CASE("a value that a job answers reaches the caller who waits for it") {
    Store store;
    std::vector<std::future<Result<int>>> answers;
    for (int n = 0; n < 30; ++n)
        answers.push_back(std::async(std::launch::async, [&store, n] {
            return store.writer->write([n](Connection& db) -> Result<int> {
                TRY_(insert(n)(db));
                return n * n;
            });
        }));
    for (int n = 0; n < 30; ++n) CHECK(answers[static_cast<std::size_t>(n)].get().value() == n * n);
}

}  // namespace parapet::sqlite
