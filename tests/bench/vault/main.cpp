// How many sealed reports a second drop.db takes, against raw durable commits of the same bytes in the same
// run. Rounds alternate, and the median of the rounds' ratios is printed: a busy disk slows both sides of a
// pair.
#include <atomic>
#include <thread>

#include "tests/bench/measure.h"
#include "tests/bench/vault/raw_store.h"
#include "tests/vault/fixtures.h"

namespace parapet::vault::bench {
namespace {

using parapet::bench::Clock;
using parapet::bench::median;
using parapet::bench::print;
using parapet::bench::seconds_since;

constexpr double kRound = 0.5;  // seconds
constexpr int kRounds = 9;

Bytes all_bytes(const NewSubmission& s) {
    Bytes out(s.note.begin(), s.note.end());
    for (const NewObject& o : s.objects)
        for (const ByteView part : {o.core, o.digests, o.member_wraps, o.own_wrap}) put(out, part);
    return out;
}

double raw_rate(RawStore& store, ByteView blob) {
    const auto began = Clock::now();
    int done = 0;
    for (; seconds_since(began) < kRound; ++done) INVARIANT(store.put(blob).ok());
    return done / seconds_since(began);
}

struct Round {
    double rate = 0;
    double median_ms = 0;
};

Round submit_rate(DropWriter& drop, unsigned clients, std::atomic<std::uint64_t>& seed) {
    std::vector<std::vector<double>> times(clients);
    const auto began = Clock::now();
    {
        std::vector<std::jthread> threads;
        for (unsigned c = 0; c < clients; ++c)
            threads.emplace_back([&, c] {
                testing::Counting random(++seed);
                testing::SampleSubmission one(random, random.fixed<CaseId>(), 0);
                while (seconds_since(began) < kRound) {
                    // The same bytes under a new name: making random cores is not what is measured.
                    one.change().case_id = random.fixed<CaseId>();
                    const auto sent = Clock::now();
                    INVARIANT(drop.submit(one.row()).ok());
                    times[c].push_back(seconds_since(sent) * 1000);
                }
            });
    }
    const double whole = seconds_since(began);
    std::vector<double> all;
    for (const auto& some : times) all.insert(all.end(), some.begin(), some.end());
    return {static_cast<double>(all.size()) / whole, median(all)};
}

void run() {
    testing::Folder folder;
    INVARIANT(create_store(folder / "drop.db", testing::drop_key()).ok());
    const auto drop = open_drop_for_intake(folder / "drop.db", testing::drop_key()).value();
    RawStore raw = RawStore::create(folder / "raw.db", testing::drop_key().reveal()).value();
    testing::Counting random;
    const Bytes blob = all_bytes(testing::SampleSubmission(random, random.fixed<CaseId>(), 0).row());
    std::atomic<std::uint64_t> seed = 100;
    print("vault_submission_size", static_cast<double>(blob.size()), "bytes");
    for (const unsigned clients : {1U, 8U, 32U}) {
        std::vector<double> ratios, raws, rates, times;
        for (int round = 0; round < kRounds; ++round) {
            raws.push_back(raw_rate(raw, blob));
            const Round ours = submit_rate(*drop, clients, seed);
            rates.push_back(ours.rate);
            times.push_back(ours.median_ms);
            ratios.push_back(ours.rate / raws.back());
        }
        const std::string of = std::to_string(clients) + "_clients";
        print("vault_raw_commits_beside_" + of, median(raws), "per_second");
        print("vault_submissions_" + of, median(rates), "per_second");
        print("vault_submission_time_" + of, median(times), "ms");
        print("vault_submissions_" + of + "_to_raw_commits", median(ratios), "ratio");
    }
    parapet::bench::print_load("vault");
}

}  // namespace
}  // namespace parapet::vault::bench

int main() { parapet::vault::bench::run(); }
