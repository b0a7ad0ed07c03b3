#include "service/http/places.h"

namespace parapet::service {

bool Places::take() {
    const std::lock_guard lock(mutex_);
    if (free_ == 0) return false;
    --free_;
    return true;
}

void Places::give_back() {
    const std::lock_guard lock(mutex_);
    ++free_;
}

void Places::line_up(Connections::Token who, Clock::time_point deadline) {
    const std::lock_guard lock(mutex_);
    line_.push_back({who, deadline});
    crowded_ = true;
}

std::optional<Connections::Token> Places::next_in_line() {
    const std::lock_guard lock(mutex_);
    if (free_ == 0 || line_.empty()) return std::nullopt;
    const Connections::Token who = line_.front().who;
    line_.pop_front();
    crowded_ = !line_.empty();
    return who;
}

std::vector<Connections::Token> Places::gave_up(Clock::time_point now) {
    const std::lock_guard lock(mutex_);
    std::vector<Connections::Token> out;
    while (!line_.empty() && line_.front().deadline < now) {
        out.push_back(line_.front().who);
        line_.pop_front();
    }
    crowded_ = !line_.empty();
    return out;
}

}  // namespace parapet::service
