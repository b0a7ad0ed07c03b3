// calendar: {date} -> {day: days since 1970-01-01}; {time} -> {minute: minutes since then}.
#include "crypto/verify/calendar.h"

#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_calendar {

void write_calendar(VectorFolder& out) {
    for (const char* date : {"1970-01-01", "2026-11-23", "2000-02-29", "2024-02-29", "2100-02-28",
                             "9999-12-31", "0000-01-01", "1969-12-31"})
        out.ok(std::string("date-") + date, "A day of the calendar.", {{"date", date}},
               {{"day", verify::Day::parse(date).value().number}});
    const auto no_date = [&](const char* fault, const char* about, const char* date) {
        out.refused(fault, about, {{"date", date}}, Code::malformed);
    };
    no_date("no-29-february-2026", "Not a leap year.", "2026-02-29");
    no_date("no-29-february-2100", "A century that 400 does not divide.", "2100-02-29");
    no_date("no-31-april", "April has 30 days.", "2026-04-31");
    no_date("month-0", "Months are 01 to 12.", "2026-00-10");
    no_date("month-13", "Months are 01 to 12.", "2026-13-10");
    no_date("day-0", "Days begin at 01.", "2026-11-00");
    no_date("date-without-zeros", "2026-1-1.", "2026-1-1");
    no_date("date-with-slashes", "Hyphens only.", "2026/11/23");
    no_date("date-with-a-sign", "Digits only.", "+026-11-23");
    no_date("date-and-more", "Something after the day.", "2026-11-23 ");

    for (const char* time : {"1970-01-01T00:00Z", "2026-11-23T16:04Z", "2026-11-23T23:59Z"})
        out.ok(std::string("time-") + std::to_string(verify::Minute::parse(time).value().number),
               "A minute of the calendar.", {{"time", time}},
               {{"minute", verify::Minute::parse(time).value().number}});
    const auto no_time = [&](const char* fault, const char* about, const char* time) {
        out.refused(fault, about, {{"time", time}}, Code::malformed);
    };
    no_time("hour-24", "Midnight is 00:00 of the next day.", "2026-11-23T24:00Z");
    no_time("minute-60", "Minutes are 00 to 59.", "2026-11-23T16:60Z");
    no_time("time-with-seconds", "No seconds are kept.", "2026-11-23T16:04:00Z");
    no_time("time-with-an-offset", "UTC only.", "2026-11-23T16:04+00:00");
    no_time("time-in-lower-case", "T and Z are capitals.", "2026-11-23t16:04z");
    no_time("time-of-a-day-that-does-not-exist", "The day is checked, too.", "2026-02-30T16:04Z");
}

const Registered kRegistered{"calendar", write_calendar};

}  // namespace parapet::vectors::group_calendar
