// kill -9 in the middle of group commits: everything acknowledged is there, nothing is there in part.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <thread>

#include "tests/vault/fixtures.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::vault::testing {
namespace {

constexpr std::uint32_t kThreads = 8;

SampleSubmission numbered(std::uint32_t n) {
    Counting random(1000 + n);
    const auto case_id = random.fixed<CaseId>();
    return {random, case_id, 0, 16'512, n % 3};
}

// Writes the number of each submission that was acknowledged, until it is killed.
[[noreturn]] void submit_for_ever(const std::filesystem::path& store, int acknowledged, std::uint32_t first) {
    const auto drop = open_drop_for_intake(store, drop_key()).value();
    std::vector<std::jthread> threads;
    for (std::uint32_t t = 0; t < kThreads; ++t)
        threads.emplace_back([&, t] {
            for (std::uint32_t n = first + t;; n += kThreads) {
                if (!drop->submit(numbered(n).row()).ok()) ::_exit(1);
                if (::write(acknowledged, &n, sizeof n) != sizeof n) ::_exit(2);
            }
        });
    threads.clear();
    ::_exit(3);
}

// Lets a child submit for a while, kills it, and answers what it was told is durable.
std::vector<std::uint32_t> kill_while_submitting(const std::filesystem::path& store, std::uint32_t first,
                                                 std::chrono::milliseconds after) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::close(ends[0]);
        submit_for_ever(store, ends[1], first);
    }
    ::close(ends[1]);
    std::vector<std::uint32_t> acknowledged;
    std::uint32_t n = 0;
    if (::read(ends[0], &n, sizeof n) == sizeof n) acknowledged.push_back(n);  // it is under way
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    while (::read(ends[0], &n, sizeof n) == sizeof n) acknowledged.push_back(n);
    ::close(ends[0]);
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE((WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL));
    return acknowledged;
}

bool whole(const StoredSubmission& stored, const NewSubmission& sent) {
    return std::ranges::equal(stored.note, sent.note) &&
           std::ranges::equal(stored.objects, sent.objects, [](const StoredObject& a, const NewObject& b) {
               return a.env_id == b.env_id && std::ranges::equal(a.core, b.core) &&
                      std::ranges::equal(a.member_wraps, b.member_wraps);
           });
}

}  // namespace

TEST_CASE("after kill -9 under load everything acknowledged is there and nothing is there in part") {
    Folder folder;
    const auto store = folder / "drop.db";
    REQUIRE(create_store(store, drop_key()).ok());
    std::vector<std::uint32_t> acknowledged;
    for (std::uint32_t round = 0; round < 6; ++round) {
        const auto told =
            kill_while_submitting(store, round * 1'000'000, std::chrono::milliseconds(7 + 23 * round));
        REQUIRE(!told.empty());
        acknowledged.insert(acknowledged.end(), told.begin(), told.end());
    }
    const auto drop = open_drop_for_intake(store, drop_key()).value();
    const auto reader = open_drop_for_reviewer(store, drop_key()).value();
    for (const std::uint32_t n : acknowledged) {
        const SampleSubmission sent = numbered(n);
        const auto stored = reader->submission({sent.row().case_id, 0});
        REQUIRE(stored.ok());
        REQUIRE(whole(*stored, sent.row()));
    }
    // What was durable but not yet acknowledged is whole as well: one object for each that the note had.
    std::size_t held = 0;
    for (const WaitingSubmission& waits : reader->waiting().value()) {
        const StoredSubmission one = reader->submission(waits.name).value();
        REQUIRE(!one.objects.empty());
        REQUIRE(drop->own(one.case_id, 0).ok());
        ++held;
    }
    CHECK(held >= acknowledged.size());
    CHECK(held <= acknowledged.size() + 6 * kThreads);
}

}  // namespace parapet::vault::testing
