#include "service/http/server.h"

#include <array>
#include <catch2/catch_test_macros.hpp>

#include "service/http/status.h"
#include "tests/service/raw_client.h"
#include "tests/service/running_server.h"

namespace parapet::service::server_test {

using testing::ask;
using testing::get;
using testing::post;
using testing::RawClient;
using testing::RunningServer;

struct App {};

Answer hello(App&, const Request&) { return Answer::json("{\"hello\":true}"); }
Answer echo(App&, const Request& request) { return Answer::octets(request.body); }
Answer count(App&, const Request&, ByteSource& body) {
    std::uint64_t n = 0;
    for (;;) {
        TRY(const ByteView run, body.next());
        if (run.empty()) return Answer::json(std::to_string(n));
        n += run.size();
    }
}

// Octets 0, 1, 2 ... 255, 0 ...: `size` of them.
class Counting final : public ByteSource {
public:
    explicit Counting(std::uint64_t size) : size_(size) {}
    [[nodiscard]] std::uint64_t size() const override { return size_; }
    [[nodiscard]] Result<ByteView> next() override {
        const std::size_t n = std::min<std::uint64_t>(run_.size(), size_ - given_);
        for (std::size_t i = 0; i < n; ++i) run_[i] = static_cast<std::uint8_t>(given_ + i);
        given_ += n;
        return ByteView(run_).first(n);
    }

private:
    std::uint64_t size_;
    std::uint64_t given_ = 0;
    std::array<std::uint8_t, 10'000> run_{};
};
constexpr std::uint64_t kLarge = 20 * kMiB;
Answer large(App&, const Request&) { return Answer::stream(std::make_unique<Counting>(kLarge)); }

// We never throw, but a library may, and so may a machine out of memory.
Answer throwing(App&, const Request& request) { return Answer::octets(Bytes{request.body.at(1)}); }

Answer fields(App&, const Request& request) {
    std::string out;
    for (const std::string& field : request.fields) out += field + "|";
    return Answer::html(out);
}

Answer saved(App&, const Request&) {
    Answer out = Answer::octets(Bytes{1, 2, 3});
    out.save_as("r\xC3\xA9ponse \"2\"\r\nX: y.pdf");
    return out;
}

constexpr std::array kRoutes{
    Route<App>{Method::get, "/api/fields", Who::anyone, 0, fields},
    Route<App>{Method::get, "/api/throwing", Who::anyone, 0, throwing},
    Route<App>{Method::get, "/api/hello", Who::anyone, 0, hello},
    Route<App>{Method::get, "/api/large", Who::anyone, 0, large},
    Route<App>{Method::get, "/api/saved", Who::anyone, 0, saved},
    Route<App>{Method::post, "/api/echo", Who::anyone, 2 * kMiB, echo},
    Route<App>{Method::post, "/api/count", Who::anyone, 1 * kGiB, count},
};

struct Fixture {
    App app;
    Table<App> table{app, kRoutes};
};

TEST_CASE("one connection is answered many times") {
    const Fixture f;
    const RunningServer server(f.table);
    RawClient client(server.address());
    for (int i = 0; i < 100; ++i) {
        REQUIRE(client.send(post("/api/echo", std::to_string(i))));
        CHECK(client.receive().body == std::to_string(i));
    }
}

TEST_CASE("requests sent together are answered in order") {
    const Fixture f;
    const RunningServer server(f.table);
    RawClient client(server.address());
    std::string together;
    for (int i = 0; i < 50; ++i) together += post("/api/echo", std::to_string(i));
    REQUIRE(client.send(together));
    for (int i = 0; i < 50; ++i) CHECK(client.receive().body == std::to_string(i));
}

TEST_CASE("bodies on both sides of what is gathered arrive whole") {
    const Fixture f;
    const RunningServer server(f.table);
    RawClient client(server.address());
    for (const std::size_t size : {0UL, 1UL, 65'535UL, 65'536UL, 65'537UL, 65'600UL, 1'000'000UL}) {
        INFO(size);
        std::string body(size, '\0');
        for (std::size_t i = 0; i < size; ++i) body[i] = static_cast<char>(i * 31 % 251);
        REQUIRE(client.send(post("/api/echo", body)));
        CHECK(client.receive().body == body);
        REQUIRE(client.send(post("/api/count", body)));
        CHECK(client.receive().body == std::to_string(size));
    }
}

TEST_CASE("a streamed answer arrives whole, at the client's speed") {
    const Fixture f;
    const RunningServer server(f.table);
    const testing::RawResponse response = ask(server.address(), get("/api/large"));
    REQUIRE(response.body.size() == kLarge);
    bool same = true;
    for (std::size_t i = 0; i < kLarge; ++i)
        same = same && response.body[i] == static_cast<char>(static_cast<std::uint8_t>(i));
    CHECK(same);
}

TEST_CASE("what is for saving has a name that cannot end its field, no type, and runs nothing") {
    const Fixture f;
    const RunningServer server(f.table);
    const testing::RawResponse response = ask(server.address(), get("/api/saved"));
    CHECK(response.fields.at("content-disposition") ==
          "attachment; filename=\"r__ponse__2___X__y.pdf\"; "
          "filename*=UTF-8''r%c3%a9ponse%20%222%22%0d%0aX%3a%20y.pdf");
    CHECK(response.fields.at("content-type") == "application/octet-stream");
    CHECK(response.fields.at("content-security-policy") == "sandbox");  // the second of two
    CHECK(response.fields.at("x-content-type-options") == "nosniff");
    CHECK(response.fields.at("cache-control") == "no-store");
    CHECK_FALSE(response.fields.contains("x"));
}

TEST_CASE("a refusal of the table leaves the connection open, and the next request is answered") {
    const Fixture f;
    const RunningServer server(f.table);
    RawClient client(server.address());
    REQUIRE(client.send(get("/nothing")));
    CHECK(client.receive().status == 404);
    REQUIRE(client.send(get("/api/hello")));
    CHECK(client.receive().status == 200);
}

TEST_CASE("a client that waits to be told to continue is told") {
    const Fixture f;
    const RunningServer server(f.table);
    RawClient client(server.address());
    REQUIRE(client.send(
        "POST /api/echo HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"));
    CHECK(client.receive().status == 100);
    REQUIRE(client.send("abc"));
    CHECK(client.receive().body == "abc");
}

TEST_CASE("asking for a range or an upgrade gets the plain answer") {
    const Fixture f;
    const RunningServer server(f.table);
    for (const char* field : {"Range: bytes=0-3\r\n",
                              "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                              "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n",
                              "Accept-Encoding: gzip\r\n", "X-Forwarded-For: 10.0.0.1\r\n"}) {
        INFO(field);
        const testing::RawResponse response = ask(server.address(), get("/api/hello", field));
        CHECK(response.status == 200);
        CHECK(response.body == "{\"hello\":true}");
    }
}

TEST_CASE("a handler sees a field that came once, and none that came twice or is not on the list") {
    const Fixture f;
    const RunningServer server(f.table);
    const auto seen = [&](const char* fields) {
        return ask(server.address(), get("/api/fields", fields)).body;
    };
    CHECK(seen("Origin: a\r\nX-Parapet-Token: b\r\n") == "x|a||b||");
    CHECK(seen("oRIGIN: a\r\nContent-Type:  c \r\n") == "x|a|c|||");
    CHECK(seen("Origin: a\r\nOrigin: a\r\n") == "x|||||");
    CHECK(seen("Host: y\r\n") == "|||||");
    CHECK(seen("User-Agent: u\r\nCookie: c\r\nAccept-Language: l\r\nX-Forwarded-For: f\r\n") == "x|||||");
}

TEST_CASE("a client that asks for the connection to end is told that it ends, and it ends") {
    const Fixture f;
    const RunningServer server(f.table);
    RawClient client(server.address());
    REQUIRE(client.send(get("/api/hello", "Connection: close\r\n")));
    CHECK(client.receive().fields["connection"] == "close");
    CHECK(client.ended(std::chrono::seconds(3)));
}

TEST_CASE("an exception in a handler is answered as unavailable, and the server goes on answering") {
    const Fixture f;
    const RunningServer server(f.table);
    const testing::RawResponse response = ask(server.address(), get("/api/throwing"));
    CHECK(response.status == 503);
    CHECK(read_refusal(response.body)->code == Code::unavailable);
    CHECK(ask(server.address(), get("/api/hello")).status == 200);
}

TEST_CASE("a second server at the same address is refused as address in use") {
    const Fixture f;
    const RunningServer first(f.table);
    Server::Settings settings;
    settings.address = first.address();
    const Result<Server> second = Server::open(f.table, settings);
    REQUIRE_FALSE(second.ok());
    CHECK(second.error().code == Code::address_in_use);
}

}  // namespace parapet::service::server_test
