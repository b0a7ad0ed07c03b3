#include "crypto/verify/calendar.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <optional>

namespace parapet::verify {
namespace {

// The digits of `in`, all of it, or nothing.
std::optional<int> digits(std::string_view in) {
    int out = 0;
    for (const char c : in) {
        if (c < '0' || c > '9') return std::nullopt;
        out = out * 10 + (c - '0');
    }
    return out;
}

}  // namespace

Result<Day> Day::parse(std::string_view in) {
    constexpr Error kForm{Code::malformed, "a date is YYYY-MM-DD and exists"};
    if (in.size() != 10 || in[4] != '-' || in[7] != '-') return kForm;
    const auto year = digits(in.substr(0, 4));
    const auto month = digits(in.substr(5, 2));
    const auto day = digits(in.substr(8, 2));
    if (!year || !month || !day) return kForm;
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    if (!date.ok()) return kForm;
    return Day{static_cast<std::int32_t>(std::chrono::sys_days(date).time_since_epoch().count())};
}

std::string Day::print() const {
    const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(number))};
    std::array<char, 40> out{};
    std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(date.year()),
                  static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return out.data();
}

Result<Minute> Minute::parse(std::string_view in) {
    constexpr Error kForm{Code::malformed, "a time is YYYY-MM-DDTHH:MMZ and exists"};
    if (in.size() != 17 || in[10] != 'T' || in[13] != ':' || in[16] != 'Z') return kForm;
    TRY(const Day day, Day::parse(in.substr(0, 10)));
    const auto hour = digits(in.substr(11, 2));
    const auto minute = digits(in.substr(14, 2));
    if (!hour || !minute || *hour > 23 || *minute > 59) return kForm;
    return Minute{std::int64_t{day.number} * 1440 + *hour * 60 + *minute};
}

std::string Minute::print() const {
    const std::int64_t day = number >= 0 ? number / 1440 : (number - 1439) / 1440;
    const auto of_day = static_cast<int>(number - day * 1440);
    std::array<char, 16> clock{};
    std::snprintf(clock.data(), clock.size(), "T%02d:%02dZ", of_day / 60, of_day % 60);
    return Day{static_cast<std::int32_t>(day)}.print() + clock.data();
}

}  // namespace parapet::verify
