// The gate's limits, each made small enough to be met in a second.
#include "service/http/gate.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <deque>
#include <thread>

#include "service/http/status.h"
#include "tests/service/raw_client.h"
#include "tests/service/running_server.h"

namespace parapet::service::gate_test {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::ask;
using testing::get;
using testing::RawClient;
using testing::RunningServer;

struct App {};

class Zeros final : public ByteSource {
public:
    [[nodiscard]] std::uint64_t size() const override { return 64 * kMiB; }
    [[nodiscard]] Result<ByteView> next() override {
        const std::size_t n = std::min<std::uint64_t>(run_.size(), size() - given_);
        given_ += n;
        return ByteView(run_).first(n);
    }

private:
    std::uint64_t given_ = 0;
    Bytes run_ = Bytes(100'000);
};

Answer hello(App&, const Request&) { return Answer::json("{}"); }
Answer zeros(App&, const Request&) { return Answer::stream(std::make_unique<Zeros>()); }
Answer four_mib(App&, const Request&) { return Answer::octets(Bytes(4 * kMiB)); }
Answer count(App&, const Request&, ByteSource& body) {
    std::uint64_t n = 0;
    for (;;) {
        TRY(const ByteView run, body.next());
        if (run.empty()) return Answer::json(std::to_string(n));
        n += run.size();
    }
}

constexpr std::array kRoutes{
    Route<App>{Method::get, "/hello", Who::anyone, 0, hello},
    Route<App>{Method::get, "/zeros", Who::anyone, 0, zeros},
    Route<App>{Method::get, "/four-mib", Who::anyone, 0, four_mib},
    Route<App>{Method::post, "/count", Who::anyone, 1 * kGiB, count},
};

struct Fixture {
    App app;
    Table<App> table{app, kRoutes};
};

std::string head_of_count(std::uint64_t length) {
    return "POST /count HTTP/1.1\r\nHost: x\r\nContent-Length: " + std::to_string(length) + "\r\n\r\n";
}

void check_answers(const Address& address) {
    const auto before = std::chrono::steady_clock::now();
    CHECK(ask(address, get("/hello")).status == 200);
    CHECK(std::chrono::steady_clock::now() - before < seconds(1));
}

TEST_CASE("a head that does not end is refused once it is too large, and so are too many fields") {
    const Fixture f;
    const RunningServer server(f.table);
    const testing::RawResponse long_head =
        ask(server.address(), get("/hello", "A: " + std::string(20'000, 'a')));
    CHECK(long_head.status == 431);
    CHECK(read_refusal(long_head.body)->code == Code::too_large);
    std::string fields;
    for (int i = 0; i < 101; ++i) fields += "A: b\r\n";
    CHECK(ask(server.address(), get("/hello", fields)).status == 431);
    check_answers(server.address());
}

TEST_CASE("a hundred thousand header fields are refused, and the server goes on answering") {
    const Fixture f;
    const RunningServer server(f.table);
    RawClient client(server.address());
    std::string request = "GET /hello HTTP/1.1\r\n";
    for (int i = 0; i < 100'000; ++i) request += "X-Field: value\r\n";
    (void)client.send(request + "\r\n");
    CHECK(client.receive().status == 431);
    check_answers(server.address());
}

TEST_CASE("a head that is not finished in time ends its connection") {
    const Fixture f;
    Limits limits;
    limits.head_time = milliseconds(300);
    const RunningServer server(f.table, limits);
    RawClient silent(server.address());
    RawClient dripping(server.address());
    for (int i = 0; i < 20 && dripping.send("a"); ++i) std::this_thread::sleep_for(milliseconds(50));
    CHECK(silent.ended(seconds(1)));
    CHECK(dripping.ended(seconds(1)));
}

TEST_CASE("a connection that asks nothing more is kept for a while and then closed") {
    const Fixture f;
    Limits limits;
    limits.idle_time = milliseconds(600);
    limits.head_time = milliseconds(10);
    const RunningServer server(f.table, limits);
    RawClient client(server.address());
    REQUIRE(client.send(get("/hello")));
    CHECK(client.receive().status == 200);
    CHECK_FALSE(client.ended(milliseconds(300)));
    CHECK(client.ended(seconds(2)));
}

TEST_CASE("a body slower than the minimum rate ends its connection, short or long") {
    const Fixture f;
    Limits limits;
    limits.grace = milliseconds(300);
    const RunningServer server(f.table, limits);
    RawClient short_body(server.address());
    RawClient long_body(server.address());
    REQUIRE(short_body.send(head_of_count(1000)));
    REQUIRE(long_body.send(head_of_count(kMiB) + std::string(64 * kKiB, 'x')));
    for (int i = 0; i < 10 && short_body.send("x"); ++i) std::this_thread::sleep_for(milliseconds(100));
    CHECK(short_body.ended(seconds(1)));
    // The 64 KiB that came at once bought 16 s at 4 KiB/s.
    CHECK_FALSE(long_body.ended(milliseconds(100)));
}

TEST_CASE("a long body that stops is truncated for its handler, and the refusal is sent") {
    const Fixture f;
    Limits limits;
    limits.grace = milliseconds(300);
    limits.octets_per_second = 1024 * 1024;
    const RunningServer server(f.table, limits);
    RawClient client(server.address());
    REQUIRE(client.send(head_of_count(kMiB) + std::string(64 * kKiB, 'x')));
    const testing::RawResponse response = client.receive();
    CHECK(read_refusal(response.body)->code == Code::truncated);
    CHECK(response.fields.at("connection") == "close");
}

TEST_CASE("long bodies over the number of places wait, and are answered when their turn comes") {
    const Fixture f;
    Limits limits;
    limits.places = 1;
    const RunningServer server(f.table, limits);
    RawClient first(server.address());
    REQUIRE(first.send(head_of_count(kMiB) + std::string(64 * kKiB, 'x')));
    std::this_thread::sleep_for(milliseconds(100));
    std::deque<RawClient> waiting;
    for (int i = 0; i < 3; ++i) {
        waiting.emplace_back(server.address());
        REQUIRE(waiting.back().send(head_of_count(100'000) + std::string(100'000, 'y')));
    }
    std::this_thread::sleep_for(milliseconds(100));
    check_answers(server.address());
    REQUIRE(first.send(std::string(kMiB - 64 * kKiB, 'x')));
    CHECK(first.receive().body == std::to_string(kMiB));
    for (RawClient& client : waiting) CHECK(client.receive().body == "100000");
}

TEST_CASE("who waits too long for a place is told busy") {
    const Fixture f;
    Limits limits;
    limits.places = 1;
    limits.wait_for_place = milliseconds(300);
    const RunningServer server(f.table, limits);
    RawClient first(server.address());
    REQUIRE(first.send(head_of_count(kMiB) + std::string(64 * kKiB, 'x')));
    std::this_thread::sleep_for(milliseconds(100));
    RawClient second(server.address());
    REQUIRE(second.send(head_of_count(kMiB) + std::string(64 * kKiB, 'x')));
    const testing::RawResponse response = second.receive();
    CHECK(response.status == 503);
    CHECK(read_refusal(response.body)->code == Code::busy);
}

Answer told(App&, const Request& request, ByteView beginning, Error why) {
    return Answer::refusal(why, request.path + " " + std::to_string(beginning.size()));
}

TEST_CASE("who waits too long for a place is answered with the beginning of what was sent at hand") {
    App app;
    const Table<App> table{app, kRoutes, nullptr, nullptr, "refused", told};
    Limits limits;
    limits.places = 1;
    limits.wait_for_place = milliseconds(300);
    const RunningServer server(table, limits);
    RawClient first(server.address());
    REQUIRE(first.send(head_of_count(kMiB) + std::string(64 * kKiB, 'x')));
    std::this_thread::sleep_for(milliseconds(100));
    RawClient second(server.address());
    REQUIRE(second.send(head_of_count(kMiB) + std::string(64 * kKiB, 'x')));
    const testing::RawResponse response = second.receive();
    CHECK(response.status == 503);
    CHECK(response.body == "/count 65536");
    CHECK(response.fields.at("content-type") == "text/html; charset=utf-8");
    CHECK(second.ended(seconds(5)));
}

TEST_CASE("who holds a place slowly loses it when others wait") {
    const Fixture f;
    Limits limits;
    limits.places = 1;
    limits.grace = milliseconds(200);
    limits.octets_per_second_when_crowded = 10 * 1024 * 1024;
    const RunningServer server(f.table, limits);
    RawClient slow(server.address());
    REQUIRE(slow.send(head_of_count(kMiB) + std::string(64 * kKiB, 'x')));
    std::this_thread::sleep_for(milliseconds(600));
    CHECK_FALSE(slow.ended(milliseconds(50)));
    CHECK(ask(server.address(), head_of_count(100'000) + std::string(100'000, 'y')).body == "100000");
    CHECK(slow.ended(seconds(4)));
}

TEST_CASE("clients that do not read their answers hold no thread") {
    const Fixture f;
    Limits limits;
    limits.threads = 2;
    const RunningServer server(f.table, limits);
    std::deque<RawClient> silent;
    for (int i = 0; i < 6; ++i) {
        silent.emplace_back(server.address());
        REQUIRE(silent.back().send(get(i % 2 == 0 ? "/zeros" : "/four-mib")));
    }
    std::this_thread::sleep_for(milliseconds(300));
    check_answers(server.address());
    CHECK(silent.front().receive().body.size() == 64 * kMiB);
}

TEST_CASE("when there are too many connections the one that waits longest makes room") {
    const Fixture f;
    Limits limits;
    limits.connections = 50;
    const RunningServer server(f.table, limits);
    std::deque<RawClient> half_open;
    for (int i = 0; i < 50; ++i) {
        half_open.emplace_back(server.address());
        REQUIRE(half_open.back().send("GET /hel"));
    }
    std::this_thread::sleep_for(milliseconds(100));
    check_answers(server.address());
    CHECK(half_open.front().ended(milliseconds(100)));
    REQUIRE(half_open.back().send("lo HTTP/1.1\r\nHost: x\r\n\r\n"));
    CHECK(half_open.back().receive().status == 200);
}

TEST_CASE("when waiting connections hold too much memory some are closed, and the others are answered") {
    const Fixture f;
    Limits limits;
    limits.held_octets = 1024 * 1024;
    const RunningServer server(f.table, limits);
    std::deque<RawClient> holding;
    for (int i = 0; i < 40; ++i) {
        holding.emplace_back(server.address());
        (void)holding.back().send(head_of_count(60'000) + std::string(50'000, 'x'));
    }
    std::this_thread::sleep_for(milliseconds(300));
    check_answers(server.address());
    int closed = 0;
    int answered = 0;
    for (RawClient& client : holding) {
        if (client.ended(milliseconds(5)) || !client.send(std::string(10'000, 'x'))) {
            ++closed;
        } else if (client.receive().body == "60000") {
            ++answered;
        }
    }
    CHECK(closed >= 20);  // 1 MiB is not enough for more than 20 times 50 000
    CHECK(answered >= 5);
    CHECK(closed + answered == 40);
}

}  // namespace parapet::service::gate_test
