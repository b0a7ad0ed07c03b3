// Who is taken in while many ask (budget.h): asked of a note that verified, before anything of it is kept.
#pragma once

#include <optional>

#include "intake/server/app.h"
#include "service/http/answer.h"

namespace parapet::intake {

// A part of the hour that was taken; it goes back unless the note was kept.
class Admission {
public:
    Admission(HourlyBudget* budget, Cost cost) : budget_(budget), cost_(cost) {}
    Admission(Admission&& other) noexcept
        : budget_(std::exchange(other.budget_, nullptr)), cost_(other.cost_) {}
    Admission& operator=(Admission&&) = delete;
    Admission(const Admission&) = delete;
    Admission& operator=(const Admission&) = delete;
    ~Admission() {
        if (budget_ != nullptr) budget_->give_back(cost_);
    }
    void keep() { budget_ = nullptr; }

private:
    HourlyBudget* budget_;
    Cost cost_;
};

struct Knock {
    ByteView note;
    CaseId case_id;
    Cost cost;
    std::optional<verify::PuzzleAnswer> answer;
    bool report = false;  // it begins a case: whether one is held need not be looked up
};

// Whoever has nothing to pay is let in. The admission, or the refusal that tells what to do: `wait` with
// seconds, `puzzle` with bits, or what check_puzzle says. The answer is used up only by whoever gets in.
[[nodiscard]] std::variant<Admission, service::Answer> admit(App& app, const Knock& knock);

}  // namespace parapet::intake
