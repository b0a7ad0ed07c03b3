#include "service/http/client.h"

#include <array>
#include <catch2/catch_test_macros.hpp>

#include "service/http/route.h"
#include "tests/service/running_server.h"

namespace parapet::service::client_test {

using testing::RunningServer;

struct App {};

constexpr std::uint64_t kLarge = 5 * kMiB + 3;

// `size` octets of the value 7, then, if `fails`, an error instead of the last run.
class Sevens final : public ByteSource {
public:
    explicit Sevens(std::uint64_t size, bool fails = false) : size_(size), fails_(fails) {}
    [[nodiscard]] std::uint64_t size() const override { return size_; }
    [[nodiscard]] Result<ByteView> next() override {
        const std::size_t n = std::min<std::uint64_t>(run_.size(), size_ - given_);
        if (fails_ && given_ + n == size_) return Error{Code::io, "the disk is gone"};
        given_ += n;
        return ByteView(run_).first(n);
    }

private:
    std::uint64_t size_;
    bool fails_;
    std::uint64_t given_ = 0;
    Bytes run_ = Bytes(100'000, 7);
};

Answer echo(App&, const Request& request) { return Answer::octets(request.body); }
Answer refuse(App&, const Request&) { return Error{Code::challenge_expired, "too late"}; }
Answer refuse_unread(App&, const Request&, ByteSource&) { return Error{Code::out_of_order, "not this one"}; }
Answer large(App&, const Request&) { return Answer::stream(std::make_unique<Sevens>(kLarge)); }
Answer broken(App&, const Request&) { return Answer::stream(std::make_unique<Sevens>(kLarge, true)); }
Answer sum(App&, const Request&, ByteSource& body) {
    std::uint64_t n = 0;
    for (;;) {
        TRY(const ByteView run, body.next());
        if (run.empty()) return Answer::json(std::to_string(n));
        for (const std::uint8_t octet : run) n += octet;
    }
}

constexpr std::array kRoutes{
    Route<App>{Method::get, "/hello", Who::anyone, 0, echo},
    Route<App>{Method::post, "/echo", Who::anyone, 64 * kKiB, echo},
    Route<App>{Method::post, "/refuse", Who::anyone, 64 * kKiB, refuse},
    Route<App>{Method::post, "/unread", Who::anyone, 64 * kMiB, refuse_unread},
    Route<App>{Method::post, "/large", Who::anyone, 64 * kKiB, large},
    Route<App>{Method::post, "/broken", Who::anyone, 64 * kKiB, broken},
    Route<App>{Method::post, "/sum", Who::anyone, 64 * kMiB, sum},
};

struct Fixture {
    App app;
    Table<App> table{app, kRoutes};
    RunningServer server{table};
    Client client = connected();

    [[nodiscard]] Client connected() const {
        Result<Client> made = Client::to("http://" + write_address(server.address()));
        return std::move(made).value();
    }
};

TEST_CASE("a client gets the body of the answer, request after request") {
    Fixture f;
    for (int i = 0; i < 20; ++i) {
        const std::string said = std::to_string(i);
        CHECK(text(*f.client.post("/echo", view(said))) == said);
    }
    CHECK(f.client.get("/hello")->empty());
    CHECK(f.client.post("/echo", {})->empty());
}

TEST_CASE("a refusal comes back as the code the handler gave") {
    Fixture f;
    CHECK(f.client.post("/refuse", {}).error().code == Code::challenge_expired);
    CHECK(f.client.get("/nothing").error().code == Code::not_found);
    CHECK(f.client.get("/echo").error().code == Code::method_not_allowed);
    CHECK(f.client.post("/echo", Bytes(64 * kKiB + 1)).error().code == Code::too_large);
}

TEST_CASE("a refusal before a large body was read is still heard") {
    Fixture f;
    Sevens body(30 * kMiB);
    CHECK(f.client.upload("/unread", body).error().code == Code::out_of_order);
    CHECK(text(*f.client.post("/echo", view("after"))) == "after");
}

TEST_CASE("an upload arrives whole, and its progress ends at its size") {
    Fixture f;
    Sevens body(kLarge);
    std::uint64_t last = 0;
    bool rises = true;
    const Result<Bytes> answer = f.client.upload("/sum", body, [&](std::uint64_t done, std::uint64_t all) {
        rises = rises && done > last && all == kLarge;
        last = done;
    });
    REQUIRE(answer.ok());
    CHECK(text(*answer) == std::to_string(kLarge * 7));
    CHECK(rises);
    CHECK(last == kLarge);
}

TEST_CASE("an upload whose source fails ends with the source's error") {
    Fixture f;
    Sevens body(kLarge, true);
    CHECK(f.client.upload("/sum", body).error().code == Code::io);
}

TEST_CASE("a download arrives whole, run by run") {
    Fixture f;
    std::uint64_t taken = 0;
    std::uint64_t last = 0;
    const Status status = f.client.download(
        "/large", {},
        [&](ByteView run) -> Status {
            taken += run.size();
            return Done{};
        },
        [&](std::uint64_t done, std::uint64_t) { last = done; });
    REQUIRE(status.ok());
    CHECK(taken == kLarge);
    CHECK(last == kLarge);
}

TEST_CASE("a download that breaks off is truncated, and never taken for whole") {
    Fixture f;
    const Status status = f.client.download("/broken", {}, [](ByteView) -> Status { return Done{}; });
    REQUIRE_FALSE(status.ok());
    CHECK(status.error().code == Code::truncated);
}

TEST_CASE("a download is ended by its taker's error") {
    Fixture f;
    const Status status = f.client.download("/large", {}, [](ByteView) -> Status {
        return Error{Code::storage_full, "no more"};
    });
    CHECK(status.error().code == Code::storage_full);
}

TEST_CASE("an answer over the client's limit is too large") {
    const Fixture f;
    Client::Settings settings;
    settings.largest_answer = 1000;
    Result<Client> client = Client::to("http://" + write_address(f.server.address()), settings);
    CHECK(client->post("/large", {}).error().code == Code::too_large);
}

TEST_CASE("where nobody listens is unreachable") {
    Address nobody;
    {
        const Fixture f;
        nobody = f.server.address();
    }
    Result<Client> client = Client::to("http://" + write_address(nobody));
    CHECK(client->get("/hello").error().code == Code::unreachable);
}

TEST_CASE("an origin is a scheme, a host and a port, and nothing more") {
    for (const char* origin : {"http://127.0.0.1:8443", "http://[::1]:1", "http://example.onion"})
        CHECK(Client::to(origin).ok());
    for (const char* origin :
         {"", "http://", "https://x", "127.0.0.1:80", "http://x/", "http://x:0", "http://x:65536",
          "http://x:8o", "http://a@x", "http://x?y", "http://x\r\ny"}) {
        INFO(origin);
        CHECK(Client::to(origin).error().code == Code::configuration);
    }
}

}  // namespace parapet::service::client_test
