// Durable reports a second over loopback HTTP, against raw durable commits of the same bytes by the same
// process. Rounds alternate, and the median of the rounds' ratios is printed: a busy disk slows both sides of
// a pair. Once on this machine's disk, once on one that takes 0.2 ms longer for a durable write.
#include <mutex>
#include <thread>

#include "tests/bench/intake/deployment.h"
#include "tests/bench/intake/slower_disk.h"
#include "tests/bench/intake/supply.h"
#include "tests/bench/measure.h"
#include "tests/bench/vault/raw_store.h"
#include "tests/service/raw_client.h"

namespace parapet::intake::bench {
namespace {

using parapet::bench::Clock;
using parapet::bench::median;
using parapet::bench::print;
using parapet::bench::seconds_since;

constexpr std::string_view kAccepted = "\r\n\r\n{\"accepted\":true}";
constexpr double kRound = 1;  // seconds
constexpr int kRounds = 7;
constexpr double kMostPerSecond = 4'000;  // before anything is known
constexpr std::size_t kFirstSupply = 500;
constexpr std::chrono::microseconds kSlower{200};

struct Round {
    double rate = 0;
    std::vector<double> times;  // milliseconds
};

class Bench {
public:
    void run() {
        supply_.refill(kFirstSupply);
        const std::size_t size = blob().size();
        print("intake_submission_size", static_cast<double>(size), "bytes");
        for (const unsigned clients : {1U, 8U, 32U}) compare(clients, "");
        slow_the_disk_by(kSlower);
        for (const unsigned clients : {1U, 32U}) compare(clients, "_slower_disk");
        slow_the_disk_by({});
        std::size_t lost = 0;
        for (const CaseId& one : acknowledged_) lost += deployment_.holds(one) ? 0 : 1;
        print("intake_submissions_acknowledged", static_cast<double>(acknowledged_.size()), "count");
        print("intake_submissions_failed", static_cast<double>(failed_), "count");
        print("intake_submissions_lost", static_cast<double>(lost), "count");
        parapet::bench::print_load("intake");
    }

private:
    const Bytes& blob() {
        if (blob_.empty()) put(blob_, supply_.take()->bundle());
        return blob_;
    }

    void compare(unsigned clients, std::string_view disk) {
        std::vector<double> raws, rates, ratios, times;
        double expected = 0;
        for (int round = -1; round < kRounds;
             ++round) {  // the first tells how many are needed, and is not counted
            const double most = expected == 0 ? static_cast<double>(kFirstSupply) : expected * 2 * kRound;
            supply_.refill(static_cast<std::size_t>(std::min(most, kMostPerSecond * kRound)));
            const double raw = raw_rate();
            const Round ours = submit_rate(clients);
            expected = std::max(expected, ours.rate);
            if (round < 0) continue;
            raws.push_back(raw);
            rates.push_back(ours.rate);
            ratios.push_back(ours.rate / raw);
            times.insert(times.end(), ours.times.begin(), ours.times.end());
        }
        const std::string of = std::to_string(clients) + "_clients" + std::string(disk);
        print("intake_raw_commits_beside_" + of, median(raws), "per_second");
        print("intake_submissions_" + of, median(rates), "per_second");
        print("intake_submission_time_" + of, median(times), "ms");
        print("intake_submissions_" + of + "_to_raw_commits", median(ratios), "ratio");
    }

    double raw_rate() {
        const auto began = Clock::now();
        int done = 0;
        for (; seconds_since(began) < kRound; ++done) INVARIANT(raw_.put(blob()).ok());
        return done / seconds_since(began);
    }

    Round submit_rate(unsigned clients) {
        Round out;
        std::mutex mutex;
        const auto began = Clock::now();
        {
            std::vector<std::jthread> threads;
            for (unsigned c = 0; c < clients; ++c) threads.emplace_back([&] { submit(began, mutex, out); });
        }
        out.rate = static_cast<double>(out.times.size()) / seconds_since(began);
        return out;
    }

    // One client, which sends one report after the other.
    void submit(Clock::time_point began, std::mutex& mutex, Round& out) {
        service::testing::RawClient client(deployment_.address());
        while (seconds_since(began) < kRound) {
            const SealedReport* report = supply_.take();
            if (report == nullptr) return;
            const auto sent = Clock::now();
            const bool accepted =
                client.send(report->request) && client.receive_until('}').ends_with(kAccepted);
            const double time = seconds_since(sent) * 1000;
            const std::lock_guard lock(mutex);
            if (accepted) {
                out.times.push_back(time);
                acknowledged_.push_back(report->case_id);
            } else {
                ++failed_;
            }
        }
    }

    Supply supply_;
    Deployment deployment_;
    vault::bench::RawStore raw_ =
        vault::bench::RawStore::create(deployment_.folder() / "raw.db", vault::testing::drop_key().reveal())
            .value();
    Bytes blob_;
    std::vector<CaseId> acknowledged_;
    std::size_t failed_ = 0;
};

}  // namespace
}  // namespace parapet::intake::bench

int main() {
    INVARIANT(parapet::init_crypto().ok());
    parapet::intake::bench::Bench().run();
}
