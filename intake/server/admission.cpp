#include "intake/server/admission.h"

namespace parapet::intake {
namespace {

using service::Answer;

// Everybody who waits comes back at once otherwise, and again a second later.
constexpr std::uint64_t kShortestWait = 10;  // seconds

Answer come_back_in(std::uint64_t seconds) {
    return Answer::refusal({Code::wait, "this hour's part is given away"}, "seconds",
                           std::max(seconds, kShortestWait));
}

Answer ask_puzzle(unsigned bits) {
    return Answer::refusal({Code::puzzle, "first a little work"}, "bits", bits);
}

}  // namespace

std::variant<Admission, Answer> admit(App& app, const Knock& knock) {
    if (knock.cost.notes == 0) return Admission(nullptr, knock.cost);
    const verify::UnixTime now = app.clock();
    const Result<bool> held = knock.report ? Result<bool>(false) : app.drop->holds(knock.case_id);
    if (!held.ok()) return Answer(held.error());
    HourlyBudget& budget = *held ? app.held_cases : app.new_reports;
    if (const std::uint64_t wait = budget.wait_for(knock.cost, now); wait > 0) return come_back_in(wait);
    if (const unsigned bits = budget.puzzle_bits(now); bits > 0) {
        if (!knock.answer) return ask_puzzle(bits);
        // One bit less will do: it may have been asked for when the search began.
        const Status solved = verify::check_puzzle(*knock.answer, knock.note, bits - 1, app.challenges, now);
        if (!solved.ok() && solved.error().code == Code::puzzle) return ask_puzzle(bits);
        if (!solved.ok()) return Answer(solved.error());
    }
    if (const std::uint64_t wait = budget.take(knock.cost, now); wait > 0) return come_back_in(wait);
    return Admission(&budget, knock.cost);
}

}  // namespace parapet::intake
