// How often each code was answered since the start. Counted, never narrated.
#pragma once

#include <array>
#include <atomic>

#include "crypto/base/error_code.h"

namespace parapet::service {

class Counters {
public:
    void count(Code code) { counts_[static_cast<std::size_t>(code)].fetch_add(1, std::memory_order_relaxed); }
    [[nodiscard]] std::uint64_t of(Code code) const {
        return counts_[static_cast<std::size_t>(code)].load(std::memory_order_relaxed);
    }

private:
    std::array<std::atomic<std::uint64_t>, kCodeNames.size()> counts_{};
};

}  // namespace parapet::service
