#include "crypto/verify/calendar.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::calendar_test {

Result<Json> run(const Json& in) {
    if (in.contains("date")) {
        const std::string date = in.at("date");
        TRY(const auto day, verify::Day::parse(date));
        CHECK(day.print() == date);
        return Json{{"day", day.number}};
    }
    const std::string time = in.at("time");
    TRY(const auto minute, verify::Minute::parse(time));
    CHECK(minute.print() == time);
    return Json{{"minute", minute.number}};
}

TEST_CASE("dates and times are what the vectors say, and are printed as they were read") {
    run_group("calendar", run);
}

}  // namespace parapet::vectors::calendar_test
