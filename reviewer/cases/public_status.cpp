#include "reviewer/cases/public_status.h"

#include <algorithm>

namespace parapet::cases {
namespace {

struct Step {
    std::string_view last;
    std::string_view next;
};

// "received" is where everybody starts and nobody returns to. A closed case can only be taken up for review
// again, which its reporter may ask for.
constexpr Step kSteps[] = {
    {"received", "acknowledged"},   {"received", "question"},      {"received", "review"},
    {"acknowledged", "question"},   {"acknowledged", "review"},    {"acknowledged", "investigators"},
    {"acknowledged", "decision"},   {"acknowledged", "suspended"}, {"acknowledged", "closed"},
    {"question", "acknowledged"},   {"question", "review"},        {"question", "investigators"},
    {"question", "decision"},       {"question", "suspended"},     {"question", "closed"},
    {"review", "question"},         {"review", "investigators"},   {"review", "decision"},
    {"review", "suspended"},        {"review", "closed"},          {"investigators", "question"},
    {"investigators", "review"},    {"investigators", "decision"}, {"investigators", "suspended"},
    {"investigators", "closed"},    {"decision", "question"},      {"decision", "review"},
    {"decision", "closed"},         {"suspended", "question"},     {"suspended", "review"},
    {"suspended", "investigators"}, {"suspended", "closed"},       {"closed", "review"},
};

}  // namespace

bool is_public_status(std::string_view word) {
    return std::ranges::find(kPublicStatuses, word) != kPublicStatuses.end();
}

bool may_follow(std::string_view last, std::string_view next) {
    if (last == next) return is_public_status(next);
    return std::ranges::any_of(kSteps, [&](const Step& s) { return s.last == last && s.next == next; });
}

}  // namespace parapet::cases
