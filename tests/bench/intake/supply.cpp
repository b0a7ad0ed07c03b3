#include "tests/bench/intake/supply.h"

#include "crypto/seal/submission.h"
#include "tests/crypto/cast.h"
#include "tests/service/raw_client.h"

namespace parapet::intake::bench {
namespace {

// 4 KiB of text to three: clerk, chief and recovery; the reporter's own box comes with it.
SealedReport seal_report(Random& random) {
    static const verify::Roster roster = cast::roster();
    const auto reporter = keys::ReporterKeys::derive(keys::Receipt::generate(random), cast::deployment());
    content::Report report;
    report.lang = "en";
    report.form_id = "report";
    report.answers.emplace("what", content::Answer{std::string(4096, 'x')});
    const seal::Place place{verify::Author::reporter, cast::deployment(), 0, roster.hash()};
    const auto sealed = seal::SealedSubmission::seal(
        place, std::move(report), {}, reporter, seal::Audience::of(roster, {}, {}).value(), random, nullptr);
    return {reporter.case_id(), service::testing::post("/api/submit", text(sealed.value().bundle().value()))};
}

}  // namespace

void Supply::refill(std::size_t n) {
    SystemRandom random;
    const std::size_t taken = std::min(next_.load(), reports_.size());
    reports_.erase(reports_.begin(), reports_.begin() + static_cast<std::ptrdiff_t>(taken));
    next_ = 0;
    while (reports_.size() < n) reports_.push_back(seal_report(random));
}

const SealedReport* Supply::take() {
    const std::size_t mine = next_++;
    return mine < reports_.size() ? &reports_[mine] : nullptr;
}

}  // namespace parapet::intake::bench
