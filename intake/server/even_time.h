// Answers that take the same time whatever was found. The work is made alike where it can be, but a store
// that reads four replies is busier than one that finds none, and a clock outside sees that. So an answer
// waits for the next stroke of a grid that is wider than all of the work: what is left to see is on which
// stroke it came, and that is the machine's load.
#pragma once

#include <chrono>
#include <thread>

#include "crypto/base/bytes.h"

namespace parapet::intake {

// Lives as long as the handler: its end is the stroke. Holds a thread meanwhile, so grids are narrow.
class EvenTime {
public:
    explicit EvenTime(std::chrono::milliseconds grid)
        : grid_(grid), began_(std::chrono::steady_clock::now()) {}
    EvenTime(const EvenTime&) = delete;
    EvenTime& operator=(const EvenTime&) = delete;
    ~EvenTime() { wait_for_stroke(); }

    // More work leaves the processor's caches emptier of what comes next, and the answer is written so much
    // slower: some hundredths of a millisecond, which thousands of looks add up. So a stroke before the last
    // the answer is gone over, and between the two all kinds have done the same.
    void settle(ByteView answer) const {
        wait_for_stroke();
        volatile std::uint8_t seen = 0;
        for (const std::uint8_t octet : answer) seen = static_cast<std::uint8_t>(seen ^ octet);
    }

private:
    void wait_for_stroke() const {
        const auto spent = std::chrono::steady_clock::now() - began_;
        std::this_thread::sleep_until(began_ + (spent / grid_ + 1) * grid_);
    }

    const std::chrono::steady_clock::duration grid_;
    const std::chrono::steady_clock::time_point began_;
};

inline constexpr std::chrono::milliseconds kLookGrid{5};    // reading takes under 1 ms
inline constexpr std::chrono::milliseconds kFetchGrid{25};  // a part of chance, and a read over it
inline constexpr std::chrono::milliseconds kBurnGrid{50};   // one durable write, or none

}  // namespace parapet::intake
