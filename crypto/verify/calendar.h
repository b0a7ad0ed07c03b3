// Days and minutes of the calendar, UTC, in the one spelling that crypto/SPEC.md section 1 allows.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

#include "crypto/base/result.h"

namespace parapet::verify {

// A day, counted from 1970-01-01. Written YYYY-MM-DD, years 0000 to 9999.
struct Day {
    std::int32_t number = 0;

    // malformed for any other spelling and for a day the calendar does not have.
    [[nodiscard]] static Result<Day> parse(std::string_view in);
    [[nodiscard]] std::string print() const;
    [[nodiscard]] Day plus(std::int32_t days) const { return {number + days}; }
    friend auto operator<=>(const Day&, const Day&) = default;
};

// A minute, counted from 1970-01-01T00:00Z. Written YYYY-MM-DDTHH:MMZ; there is no 24:00.
struct Minute {
    std::int64_t number = 0;

    [[nodiscard]] static Result<Minute> parse(std::string_view in);
    [[nodiscard]] std::string print() const;
    friend auto operator<=>(const Minute&, const Minute&) = default;
};

// What a clock says. Comes in as an argument wherever time matters.
struct UnixTime {
    std::uint64_t seconds = 0;

    [[nodiscard]] Day day() const { return {static_cast<std::int32_t>(seconds / 86'400)}; }
    [[nodiscard]] Minute minute() const { return {static_cast<std::int64_t>(seconds / 60)}; }
    friend auto operator<=>(const UnixTime&, const UnixTime&) = default;
};

}  // namespace parapet::verify
