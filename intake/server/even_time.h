// Answers that take the same time whatever was found. The work is made alike where it can be, but a store
// that reads four replies is busier than one that finds none, and a clock outside sees that. So an answer
// waits for the next stroke of a grid that is wider than all of the work: what is left to see is on which
// stroke it came, and that is the machine's load.
#pragma once

#include <chrono>
#include <thread>

namespace parapet::intake {

// Lives as long as the handler: its end is the stroke. Holds a thread meanwhile, so grids are narrow.
class EvenTime {
public:
    explicit EvenTime(std::chrono::milliseconds grid)
        : grid_(grid), began_(std::chrono::steady_clock::now()) {}
    EvenTime(const EvenTime&) = delete;
    EvenTime& operator=(const EvenTime&) = delete;
    ~EvenTime() {
        const auto spent = std::chrono::steady_clock::now() - began_;
        std::this_thread::sleep_until(began_ + (spent / grid_ + 1) * grid_);
    }

private:
    const std::chrono::steady_clock::duration grid_;
    const std::chrono::steady_clock::time_point began_;
};

inline constexpr std::chrono::milliseconds kLookGrid{5};    // reading takes under 1 ms
inline constexpr std::chrono::milliseconds kFetchGrid{25};  // a part of chance, and a read over it
inline constexpr std::chrono::milliseconds kBurnGrid{50};   // one durable write, or none

}  // namespace parapet::intake
