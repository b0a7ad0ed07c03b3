#include "tests/bench/upload/sealed_file.h"

#include <algorithm>

namespace parapet::bench {
namespace {

// Noise that repeats every MiB: what is sealed looks the same whatever it is.
class Noise final : public Source {
public:
    Noise(std::uint64_t size, Random& random) : size_(size), run_(std::size_t{1} << 20) { random.fill(run_); }
    [[nodiscard]] std::uint64_t size() const override { return size_; }
    [[nodiscard]] Status read(std::uint64_t offset, MutableBytes out) const override {
        while (!out.empty()) {
            const ByteView from = ByteView(run_).subspan(static_cast<std::size_t>(offset % run_.size()));
            const std::size_t n = std::min(from.size(), out.size());
            std::copy_n(from.begin(), n, out.begin());
            out = out.subspan(n);
            offset += n;
        }
        return Done{};
    }

private:
    std::uint64_t size_;
    Bytes run_;
};

}  // namespace

reporter::BundleFile seal_large_file(const reporter::Office& office, std::uint64_t size,
                                     const std::string& path) {
    SystemRandom random;
    const DeploymentId deployment = office.root.deployment();
    const auto keys = keys::ReporterKeys::derive(keys::Receipt::generate(random), deployment);
    const Noise noise(size, random);
    content::Report report;
    report.lang = "en";
    report.form_id = "report";
    report.answers.emplace("what", content::Answer{std::string("A large file is attached.")});
    const seal::Place place{verify::Author::reporter, deployment, 0, office.roster.hash()};
    const auto sealed = seal::SealedSubmission::seal(place, std::move(report),
                                                     {{&noise, "recording.bin", "application/octet-stream"}},
                                                     keys, office.audience({}, {}).value(), random, nullptr);
    INVARIANT(reporter::write_bundle_file(path, *sealed, nullptr).ok());
    return reporter::BundleFile::open(path).value();
}

const reporter::FiledRecord& large_core(const reporter::BundleFile& bundle) {
    return *std::ranges::max_element(bundle.records(), {}, &reporter::FiledRecord::length);
}

}  // namespace parapet::bench
