// Uploads through parapet-intake as it is installed, by the reporter's own client, against this process
// hashing and writing the same octets to the same disk without HTTP. Both end when everything is durable; the
// two alternate. Beside it, what the server holds in memory meanwhile, for a small file and for the largest.
#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <thread>

#include "crypto/base/hash.h"
#include "intake/client/sending.h"
#include "tests/bench/measure.h"
#include "tests/bench/upload/office.h"
#include "tests/bench/upload/sealed_file.h"

namespace parapet::bench {
namespace {

constexpr std::uint64_t kMiB = std::uint64_t{1} << 20;
constexpr std::uint64_t kSmall = 64 * kMiB;
constexpr std::uint64_t kLargest = 1024 * kMiB;
constexpr int kRounds = 5;

double rate(std::uint64_t octets, double seconds) {
    return static_cast<double>(octets) / static_cast<double>(kMiB) / seconds;
}

// Reads the sealed core, hashes it chunk by chunk and writes it, then makes it durable.
double hash_and_write(const reporter::BundleFile& bundle, const std::string& path) {
    const reporter::FiledRecord& core = large_core(bundle);
    const auto began = Clock::now();
    const int out = ::open(path.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
    INVARIANT(out >= 0);
    std::vector<Hash> hashes;
    Bytes run(verify::kSealedPieceSize);
    for (std::uint64_t at = 0; at < core.length; at += run.size()) {
        const MutableBytes part = MutableBytes(run).first(
            static_cast<std::size_t>(std::min<std::uint64_t>(run.size(), core.length - at)));
        INVARIANT(bundle.source().read(core.offset + at, part).ok());
        INVARIANT(::write(out, part.data(), part.size()) == static_cast<ssize_t>(part.size()));
        hashes.push_back(sha256(part));
    }
    INVARIANT(::fdatasync(out) == 0);
    const double seconds = seconds_since(began);
    ::close(out);
    ::unlink(path.c_str());
    return rate(core.length, seconds);
}

struct Upload {
    double rate = 0;
    double most_memory = 0;
};

Upload send(const Office& office, const reporter::BundleFile& bundle) {
    const Intake intake(office, "stores");
    Upload out;
    out.most_memory = intake.program().memory();
    std::jthread watching([&](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            out.most_memory = std::max(out.most_memory, intake.program().memory());
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    });
    service::Client client = service::Client::to(intake.origin()).value();
    const auto began = Clock::now();
    INVARIANT(reporter::send_bundle(client, bundle, {}).ok());
    out.rate = rate(large_core(bundle).length, seconds_since(began));
    watching = {};
    return out;
}

void run() {
    const Office office;
    const Upload small = send(office, seal_large_file(office.notes(), kSmall, office.path("small.ppb")));
    print("upload_64_mib", small.rate, "MiB/s");
    print("upload_64_mib_most_memory", small.most_memory, "MiB");

    const auto bundle = seal_large_file(office.notes(), kLargest, office.path("largest.ppb"));
    std::vector<double> ratios, rates, alone;
    double most_memory = 0;
    for (int round = 0; round < kRounds; ++round) {
        alone.push_back(hash_and_write(bundle, office.path("plain")));
        const Upload sent = send(office, bundle);
        rates.push_back(sent.rate);
        ratios.push_back(sent.rate / alone.back());
        most_memory = std::max(most_memory, sent.most_memory);
    }
    print("upload_hash_and_write_1_gib_without_http", median(alone), "MiB/s");
    print("upload_1_gib", median(rates), "MiB/s");
    print("upload_1_gib_to_hash_and_write", median(ratios), "ratio");
    print("upload_1_gib_most_memory", most_memory, "MiB");
    print_load("upload");
}

}  // namespace
}  // namespace parapet::bench

int main() {
    INVARIANT(parapet::init_crypto().ok());
    parapet::bench::run();
}
