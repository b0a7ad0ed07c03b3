// What can be bound to a place in a statement: an integer, bytes, text, or nothing.
#pragma once

#include <chrono>
#include <concepts>
#include <optional>
#include <variant>

#include "crypto/base/bytes.h"

namespace parapet::sqlite {

struct Null {};

// Owns nothing: the bytes must live until the call that takes it has returned.
class Value {
public:
    // SQLite's integers are signed; a larger number is our own bug.
    Value(std::integral auto n) : held_(checked(n)) {}     // NOLINT(google-explicit-constructor)
    Value(Null) : held_(Null{}) {}                         // NOLINT(google-explicit-constructor)
    Value(ByteView bytes) : held_(bytes) {}                // NOLINT(google-explicit-constructor)
    Value(const Bytes& bytes) : held_(ByteView(bytes)) {}  // NOLINT(google-explicit-constructor)
    Value(std::string_view text) : held_(text) {}          // NOLINT(google-explicit-constructor)
    Value(std::chrono::sys_days day)                       // NOLINT(google-explicit-constructor)
        : held_(std::int64_t{day.time_since_epoch().count()}) {}
    template <std::size_t N, class Tag>
    Value(const Fixed<N, Tag>& fixed) : held_(fixed.view()) {}  // NOLINT(google-explicit-constructor)
    template <class T>
    Value(const std::optional<T>& maybe) {  // NOLINT(google-explicit-constructor)
        if (maybe) held_ = Value(*maybe).held_;
    }

    [[nodiscard]] const auto& held() const { return held_; }

private:
    template <std::integral I>
    static std::int64_t checked(I n) {
        INVARIANT(std::in_range<std::int64_t>(n));
        return static_cast<std::int64_t>(n);
    }

    std::variant<Null, std::int64_t, ByteView, std::string_view> held_{Null{}};
};

}  // namespace parapet::sqlite
