#include "intake/server/budget.h"

#include <algorithm>

namespace parapet::intake {
namespace {

constexpr std::uint64_t kHour = 3'600;
constexpr std::uint64_t kPuzzleFrom = 25;  // percent used
constexpr std::uint64_t kHardestFrom = 75;
constexpr unsigned kFewestBits = 10;  // a thousand tries: felt by nobody

}  // namespace

std::uint64_t HourlyBudget::Amount::seconds_until(std::uint64_t wanted) const {
    const std::uint64_t needed = std::min(wanted, hourly) * kHour;  // more than an hour's needs a whole one
    if (needed <= left) return 0;
    return (needed - left + hourly - 1) / hourly;
}

void HourlyBudget::Amount::take(std::uint64_t wanted) { left -= std::min(left, wanted * kHour); }
void HourlyBudget::Amount::add(std::uint64_t more) { left = std::min(left + more, hourly * kHour); }
std::uint64_t HourlyBudget::Amount::used_percent() const {
    return (hourly * kHour - left) / (kHour / 100) / hourly;
}

HourlyBudget::HourlyBudget(Cost hourly)
    : notes_{hourly.notes, hourly.notes * kHour}, octets_{hourly.octets, hourly.octets * kHour} {}

std::uint64_t HourlyBudget::wait_for(Cost cost, verify::UnixTime now) {
    const std::scoped_lock lock(mutex_);
    fill(now);
    return wait_locked(cost);
}

std::uint64_t HourlyBudget::take(Cost cost, verify::UnixTime now) {
    const std::scoped_lock lock(mutex_);
    fill(now);
    const std::uint64_t wait = wait_locked(cost);
    if (wait > 0) return wait;
    notes_.take(cost.notes);
    octets_.take(cost.octets);
    return 0;
}

void HourlyBudget::give_back(Cost cost) {
    const std::scoped_lock lock(mutex_);
    notes_.add(cost.notes * kHour);
    octets_.add(cost.octets * kHour);
}

unsigned HourlyBudget::puzzle_bits(verify::UnixTime now) {
    const std::scoped_lock lock(mutex_);
    fill(now);
    const std::uint64_t used = std::max(notes_.used_percent(), octets_.used_percent());
    if (used < kPuzzleFrom) return 0;
    constexpr std::uint64_t kSteps = verify::kMostPuzzleBits - kFewestBits;
    const std::uint64_t step = (used - kPuzzleFrom) * kSteps / (kHardestFrom - kPuzzleFrom);
    return kFewestBits + static_cast<unsigned>(std::min(step, kSteps));
}

// A clock that was set back fills nothing until it has come as far again.
void HourlyBudget::fill(verify::UnixTime now) {
    if (now.seconds <= filled_at_) return;
    const std::uint64_t seconds = std::min(now.seconds - filled_at_, kHour);
    filled_at_ = now.seconds;
    notes_.add(notes_.hourly * seconds);
    octets_.add(octets_.hourly * seconds);
}

std::uint64_t HourlyBudget::wait_locked(Cost cost) const {
    return std::max(notes_.seconds_until(cost.notes), octets_.seconds_until(cost.octets));
}

}  // namespace parapet::intake
