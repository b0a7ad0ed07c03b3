// An honest client among many that are not: its answer comes within a second.
#include "tests/service/raw_client.h"
#include "tests/service/server_process.h"
#include "tests/service/temp_folder.h"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <csignal>
#include <deque>
#include <thread>

namespace parapet::service::flood_test {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::ask;
using testing::get;
using testing::RawClient;

struct App {};

Answer hello(App&, const Request&) { return Answer::json("{}"); }
Answer count(App&, const Request&, ByteSource& body) {
    std::uint64_t n = 0;
    for (;;) {
        TRY(const ByteView run, body.next());
        if (run.empty()) return Answer::json(std::to_string(n));
        n += run.size();
    }
}
Answer size(App&, const Request& request) { return Answer::json(std::to_string(request.body.size())); }

constexpr std::array kRoutes{
    Route<App>{Method::get, "/hello", Who::anyone, 0, hello},
    Route<App>{Method::post, "/size", Who::anyone, 64 * kKiB, size},
    Route<App>{Method::post, "/count", Who::anyone, 1 * kGiB, count},
};

Status body(Program& program) {
    Server::Settings settings;
    settings.address = program.configuration().address("listen");
    TRY_(program.configured());
    App app;
    const Table<App> table(app, kRoutes);
    return program.serve(table, settings);
}

// The server has a process of its own, so that both sides have all the descriptors of a process.
struct Fixture {
    testing::TempFolder folder;
    testing::ServerProcess server{body, folder.write("test.toml", "listen = \"127.0.0.1:0\"\n")};
    Address address = server.listening();

    void check_honest_client() const {
        const auto before = std::chrono::steady_clock::now();
        CHECK(ask(address, get("/hello")).status == 200);
        CHECK(ask(address, testing::post("/size", std::string(4096, 'x'))).body == "4096");
        CHECK(std::chrono::steady_clock::now() - before < seconds(1));
    }
};

std::size_t descriptors_allowed() {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    return limit.rlim_cur;
}

TEST_CASE("with ten thousand half-open connections an honest client is answered within a second") {
    const Fixture f;
    const std::size_t wanted = std::min<std::size_t>(10'000, descriptors_allowed() - 512);
    std::deque<RawClient> half_open;
    while (half_open.size() < wanted) {
        half_open.emplace_back(f.address);
        REQUIRE(half_open.back().connected());
        if (half_open.size() % 2 == 0) REQUIRE(half_open.back().send("POST /size HTTP/1.1\r\nHos"));
        if (half_open.size() % 2000 == 0) f.check_honest_client();
    }
    for (int i = 0; i < 10; ++i) f.check_honest_client();
}

TEST_CASE(
    "with two hundred clients that send an octet a second an honest client is answered within a second") {
    const Fixture f;
    std::deque<RawClient> dripping;
    for (int i = 0; i < 200; ++i) {
        dripping.emplace_back(f.address);
        switch (i % 4) {
            case 0:
                REQUIRE(dripping.back().send("GET /hello HTTP/1.1\r\nX: "));
                break;
            case 1:
                REQUIRE(dripping.back().send("POST /size HTTP/1.1\r\nContent-Length: 4000\r\n\r\n"));
                break;
            case 2:
                REQUIRE(dripping.back().send("POST /count HTTP/1.1\r\nContent-Length: 100000000\r\n\r\n"));
                break;
            default:
                // These get a place, and take all of them.
                REQUIRE(dripping.back().send("POST /count HTTP/1.1\r\nContent-Length: 100000000\r\n\r\n" +
                                             std::string(64 * kKiB, 'x')));
        }
    }
    for (int second = 0; second < 3; ++second) {
        for (RawClient& client : dripping) (void)client.send("x");
        std::this_thread::sleep_for(milliseconds(500));
        f.check_honest_client();
        std::this_thread::sleep_for(milliseconds(500));
    }
}

}  // namespace parapet::service::flood_test
