#include "service/log/log.h"

#include <fcntl.h>
#include <unistd.h>

#include <catch2/catch_test_macros.hpp>
#include <regex>
#include <sstream>
#include <type_traits>

#include "crypto/base/bytes.h"

#include "tests/service/temp_folder.h"

namespace parapet::service::log_test {

// What is written to standard error meanwhile.
template <class Act>
std::string standard_error_of(Act act) {
    const testing::TempFolder folder;
    const std::string path = folder / "lines";
    const int kept = ::dup(STDERR_FILENO);
    const int file = ::open(path.c_str(), O_CREAT | O_WRONLY, 0600);
    ::dup2(file, STDERR_FILENO);
    act();
    ::dup2(kept, STDERR_FILENO);
    ::close(file);
    ::close(kept);
    std::ostringstream out;
    out << std::ifstream(path).rdbuf();
    return out.str();
}

TEST_CASE("an event is one line: the hour, its name, its figures") {
    const std::string line = standard_error_of([] {
        Log log;
        log.write(Event::listening, {{Figure::port, 8443}});
    });
    CHECK(std::regex_match(line, std::regex(R"(\d{4}-\d\d-\d\dT\d\dZ listening port=8443\n)")));
}

TEST_CASE("an error is its code and its literal") {
    const std::string line = standard_error_of([] {
        Log().write(Event::store_failed, Error{Code::storage_full, "no room"});
    });
    CHECK(line.ends_with(" store-failed error=storage-full (no room)\n"));
}

TEST_CASE("counted refusals are one line for each code that was met") {
    const std::string lines = standard_error_of([] {
        Counters counters;
        counters.count(Code::busy);
        counters.count(Code::busy);
        counters.count(Code::malformed);
        Log().write(counters);
    });
    CHECK(std::count(lines.begin(), lines.end(), '\n') == 2);
    CHECK(lines.find("refusals error=busy count=2\n") != std::string::npos);
}

template <class T>
concept CanBeLogged = requires(Log& log, T text) {
    log.write(text);
}
|| requires(Log& log, T text) { log.write(Event::started, text); }
|| requires(T text) { Log::Field{Figure::count, text}; };

TEST_CASE("there is no way to log text") {
    STATIC_CHECK_FALSE(CanBeLogged<std::string>);
    STATIC_CHECK_FALSE(CanBeLogged<const char*>);
    STATIC_CHECK_FALSE(CanBeLogged<std::string_view>);
    STATIC_CHECK_FALSE(CanBeLogged<ByteView>);
    STATIC_CHECK(CanBeLogged<int>);
}

}  // namespace parapet::service::log_test
