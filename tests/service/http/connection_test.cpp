// One connection, one step at a time, with the other end in the test's hand.
#include "service/http/connection.h"

#include <sys/socket.h>

#include <array>
#include <catch2/catch_test_macros.hpp>

#include "service/http/socket.h"

namespace parapet::service::connection_test {

using std::chrono::seconds;
using Next = Connection::Next;

constexpr std::string_view kGet = "GET / HTTP/1.1\r\n\r\n";

struct Ends {
    Ends() {
        std::array<int, 2> ends{};
        REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()) == 0);
        here = Descriptor(ends[0]);
        there = Descriptor(ends[1]);
    }
    void send(std::string_view octets) const {
        REQUIRE(::send(there.number(), octets.data(), octets.size(), 0) ==
                static_cast<ssize_t>(octets.size()));
    }
    Descriptor here;
    Descriptor there;
};

TEST_CASE("who sends many requests at once is answered one, and waits its turn for the next") {
    const Ends ends;
    const Limits limits;
    const Clock::time_point now{};
    Connection connection(ends.here.number(), limits, now);
    ends.send(std::string(kGet) + std::string(kGet));
    for (const Next after : {Next::wait_to_write, Next::wait_to_read}) {
        REQUIRE(connection.advance(now) == Next::serve);
        connection.out().set("answer");
        connection.answered(true, now);
        CHECK(connection.advance(now) == after);
    }
}

TEST_CASE("who reads a stream as fast as it is sent waits its turn after a few runs") {
    class Endless final : public ByteSource {
    public:
        int runs = 0;
        std::uint64_t size() const override { return 1'000'000; }
        Result<ByteView> next() override {
            ++runs;
            return view("0123456789");
        }
    };
    const Ends ends;
    auto source = std::make_unique<Endless>();
    const Endless& given = *source;
    Outgoing out;
    out.set("head", Answer::stream(std::move(source)));
    CHECK(out.send(ends.here.number()) == Outgoing::Progress::waiting);
    const int first = given.runs;
    CHECK(first < 20);
    CHECK(out.send(ends.here.number()) == Outgoing::Progress::waiting);
    CHECK(given.runs > first);
}

TEST_CASE("each octet of a body puts its deadline off by what it costs at the minimum rate") {
    const Ends ends;
    Limits limits;
    limits.octets_per_second = 10;
    const Clock::time_point now{};
    Connection connection(ends.here.number(), limits, now);
    ends.send("POST / HTTP/1.1\r\nContent-Length: 100\r\n\r\n");
    REQUIRE(connection.advance(now) == Next::wait_to_read);
    CHECK(connection.deadline() == now + limits.grace);
    ends.send(std::string(50, 'x'));
    REQUIRE(connection.advance(now + seconds(3)) == Next::wait_to_read);
    CHECK(connection.deadline() == now + limits.grace + seconds(5));
}

TEST_CASE("octets of a head do not put its deadline off") {
    const Ends ends;
    const Limits limits;
    const Clock::time_point now{};
    Connection connection(ends.here.number(), limits, now);
    ends.send("GET / HT");
    REQUIRE(connection.advance(now) == Next::wait_to_read);
    ends.send("TP/1.1\r\n");
    REQUIRE(connection.advance(now + seconds(9)) == Next::wait_to_read);
    CHECK(connection.deadline() == now + limits.head_time);
}

TEST_CASE("a client that goes away inside its request is closed") {
    Ends ends;
    const Limits limits;
    Connection connection(ends.here.number(), limits, Clock::time_point{});
    ends.send("GET / HT");
    ends.there.close();
    CHECK(connection.advance(Clock::time_point{}) == Next::close);
}

}  // namespace parapet::service::connection_test
