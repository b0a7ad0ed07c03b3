// How many notes, and how many octets of large files, intake takes in an hour: what a flood of new reports
// can cost the disk and the people who read. Counted for all together; nothing here knows one visitor from
// another.
//
//   full ────────────── three quarters ─────────── a quarter ───────────── empty
//        take it               a puzzle, 10 bits …  18 bits                 wait
//
// Two lanes, each with an hour of its own: new reports, and what is sent under a code that is held. However
// many new reports are sent, they take nothing from the other lane, and reading a mailbox needs no lane at
// all. Not given: fairness between those who wait, and between cases within their lane.
#pragma once

#include <array>
#include <mutex>

#include "crypto/verify/calendar.h"
#include "crypto/verify/puzzle.h"

namespace parapet::intake {

struct Cost {
    std::uint64_t notes = 1;
    std::uint64_t octets = 0;  // of cores that are sent as uploads
};

// An hour's amount that fills up again evenly. Any thread.
class HourlyBudget {
public:
    explicit HourlyBudget(Cost hourly);

    // Seconds until there is room for it; 0 when there is. Takes nothing.
    [[nodiscard]] std::uint64_t wait_for(Cost cost, verify::UnixTime now);
    // The same, and at 0 it is taken.
    [[nodiscard]] std::uint64_t take(Cost cost, verify::UnixTime now);
    // What was taken for something that was not kept.
    void give_back(Cost cost);
    // The zero bits to ask for; 0 when no puzzle is.
    [[nodiscard]] unsigned puzzle_bits(verify::UnixTime now);

private:
    // Counted in parts of 1/3600, so that each second adds a whole number.
    struct Amount {
        std::uint64_t hourly;
        std::uint64_t left;
        [[nodiscard]] std::uint64_t seconds_until(std::uint64_t wanted) const;
        void take(std::uint64_t wanted);
        void add(std::uint64_t more);
        [[nodiscard]] std::uint64_t used_percent() const;
    };
    void fill(verify::UnixTime now);
    [[nodiscard]] std::uint64_t wait_locked(Cost cost) const;

    std::mutex mutex_;  // guards all below
    Amount notes_;
    Amount octets_;
    std::uint64_t filled_at_ = 0;
};

}  // namespace parapet::intake
