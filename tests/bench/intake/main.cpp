// Durable reports a second over loopback HTTP, against raw durable commits of the same bytes by the same
// process. Rounds alternate, and the median of the rounds' ratios is printed.
#include <algorithm>
#include <atomic>
#include <cstdio>
#include <thread>

#include "service/http/client.h"
#include "tests/bench/intake/deployment.h"
#include "tests/bench/vault/raw_store.h"

namespace parapet::intake::bench {
namespace {

using Steady = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kRound{250};
constexpr int kRounds = 5;
constexpr std::size_t kSealed = 9'000;

double seconds(Steady::duration d) { return std::chrono::duration<double>(d).count(); }

double median(std::vector<double> values) {
    std::ranges::sort(values);
    return values.empty() ? 0 : values[values.size() / 2];
}

double raw_rate(vault::bench::RawStore& store, ByteView blob) {
    const auto began = Steady::now();
    int done = 0;
    for (; Steady::now() - began < kRound; ++done) CHECK(store.put(blob).ok());
    return done / seconds(Steady::now() - began);
}

struct Round {
    double rate = 0;
    double median_ms = 0;
    std::size_t refused = 0;
};

Round submit_rate(const std::string& origin, const std::vector<Bytes>& sealed, std::atomic<std::size_t>& next,
                  unsigned clients) {
    std::vector<std::vector<double>> times(clients);
    std::atomic<std::size_t> refused = 0;
    const auto began = Steady::now();
    {
        std::vector<std::jthread> threads;
        for (unsigned c = 0; c < clients; ++c)
            threads.emplace_back([&, c] {
                service::Client client = service::Client::to(origin).value();
                while (Steady::now() - began < kRound) {
                    const std::size_t mine = next++;
                    if (mine >= sealed.size()) return;
                    const auto sent = Steady::now();
                    if (!client.post("/api/submit", sealed[mine]).ok()) ++refused;
                    times[c].push_back(seconds(Steady::now() - sent) * 1000);
                }
            });
    }
    const double whole = seconds(Steady::now() - began);
    std::vector<double> all;
    for (const auto& some : times) all.insert(all.end(), some.begin(), some.end());
    return {static_cast<double>(all.size()) / whole, median(all), refused};
}

void run() {
    CHECK(init_crypto().ok());
    const std::vector<Bytes> sealed = sealed_reports(kSealed);
    const Deployment deployment;
    auto raw =
        vault::bench::RawStore::create(deployment.folder() / "raw.db", vault::testing::drop_key().reveal())
            .value();
    std::atomic<std::size_t> next = 0;
    std::size_t refused = 0;
    std::printf("intake_submission_size = %zu bytes\n", sealed[0].size());
    for (const unsigned clients : {1U, 8U, 32U}) {
        std::vector<double> ratios, rates, times;
        for (int round = 0; round < kRounds; ++round) {
            const double beside = raw_rate(raw, sealed[0]);
            const Round ours = submit_rate(deployment.origin(), sealed, next, clients);
            rates.push_back(ours.rate);
            times.push_back(ours.median_ms);
            ratios.push_back(ours.rate / beside);
            refused += ours.refused;
        }
        std::printf("intake_submissions_%u_clients = %.0f per_second\n", clients, median(rates));
        std::printf("intake_submission_time_%u_clients = %.2f ms\n", clients, median(times));
        std::printf("intake_submissions_%u_clients_to_raw_commits = %.2f ratio\n", clients, median(ratios));
    }
    std::printf("intake_submissions_refused = %zu count\n", refused);
}

}  // namespace
}  // namespace parapet::intake::bench

int main() { parapet::intake::bench::run(); }
