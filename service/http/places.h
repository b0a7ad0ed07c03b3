// How many threads may be inside a long body, and who waits for it to be fewer.
#pragma once

#include <atomic>
#include <deque>
#include <mutex>
#include <optional>
#include <vector>

#include "service/http/connections.h"

namespace parapet::service {

class Places {
public:
    explicit Places(unsigned places) : free_(places) {}

    [[nodiscard]] bool take();
    void give_back();
    // Somebody waits: who holds a place has to be quicker.
    [[nodiscard]] bool crowded() const { return crowded_.load(std::memory_order_relaxed); }

    void line_up(Connections::Token who, Clock::time_point deadline);
    // The first in line, if there is a place for it. It has to take it like anyone else.
    [[nodiscard]] std::optional<Connections::Token> next_in_line();
    // Takes out of the line all who have waited too long.
    [[nodiscard]] std::vector<Connections::Token> gave_up(Clock::time_point now);

private:
    struct Waiting {
        Connections::Token who;
        Clock::time_point deadline;
    };
    std::mutex mutex_;  // guards free_ and line_
    unsigned free_;
    std::deque<Waiting> line_;
    std::atomic<bool> crowded_{false};
};

}  // namespace parapet::service
