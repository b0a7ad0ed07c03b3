// So much at once, and not more. What was taken comes back when it is let go. Called by many threads.
#pragma once

#include <atomic>
#include <cstdint>
#include <utility>

#include "crypto/base/result.h"

namespace parapet::plain {

class Allowance {
public:
    explicit Allowance(std::uint64_t most) : left_(most) {}

    // The allowance must outlive its parts.
    class Part {
    public:
        Part(Part&& other) noexcept : from_(std::exchange(other.from_, nullptr)), taken_(other.taken_) {}
        Part& operator=(Part&&) = delete;
        Part(const Part&) = delete;
        Part& operator=(const Part&) = delete;
        ~Part() {
            if (from_ != nullptr) from_->left_ += taken_;
        }

    private:
        friend class Allowance;
        Part(Allowance& from, std::uint64_t taken) : from_(&from), taken_(taken) {}
        Allowance* from_;
        std::uint64_t taken_;
    };
    // busy when less is left.
    [[nodiscard]] Result<Part> take(std::uint64_t wanted) {
        std::uint64_t left = left_;
        do {
            if (left < wanted) return Error{Code::busy, "too much at once"};
        } while (!left_.compare_exchange_weak(left, left - wanted));
        return Part(*this, wanted);
    }

private:
    std::atomic<std::uint64_t> left_;
};

}  // namespace parapet::plain
