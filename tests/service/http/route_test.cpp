#include "service/http/route.h"

#include <array>
#include <atomic>
#include <catch2/catch_test_macros.hpp>

#include "service/http/site.h"
#include "tests/service/route_contract.h"

namespace parapet::service::route_test {

struct App {
    std::atomic<int> acted{0};
    bool admits = true;
};

Answer echo(App& app, const Request& request) {
    ++app.acted;
    if (request.body.empty()) return Error{Code::truncated, "nothing to echo"};
    return Answer::octets(request.body);
}
Answer count(App& app, const Request&, ByteSource& body) {
    ++app.acted;
    std::uint64_t n = 0;
    for (;;) {
        TRY(const ByteView run, body.next());
        if (run.empty()) break;
        n += run.size();
    }
    if (n == 0) return Error{Code::truncated, "nothing to count"};
    return Answer::json(std::to_string(n));
}
Answer hello(App& app, const Request&) {
    ++app.acted;
    return Answer::json("{}");
}

constexpr std::array kRoutes{
    Route<App>{Method::get, "/api/hello", Who::anyone, 0, hello},
    Route<App>{Method::post, "/api/echo", Who::anyone, 4 * kKiB, echo},
    Route<App>{Method::post, "/api/count", Who::note, 1 * kMiB, count},
};

Request request(Method method, std::string path) {
    Request out;
    out.method = method;
    out.path = std::move(path);
    return out;
}

TEST_CASE("a table keeps the route contract") {
    App app;
    const Table<App> table(app, kRoutes);
    testing::check_route_contract(table);
}

TEST_CASE("a body of exactly the largest size reaches the handler, one octet more does not") {
    App app;
    const Table<App> table(app, kRoutes);
    const Bytes fits(4 * kKiB, 1);
    CHECK(text(answer(table, request(Method::post, "/api/echo"), fits).body()) == text(fits));
    const Bytes too_long(4 * kKiB + 1, 1);
    const Answer refused = answer(table, request(Method::post, "/api/echo"), too_long);
    REQUIRE(refused.error().has_value());
    CHECK(refused.error()->code == Code::too_large);
    CHECK(app.acted == 1);
}

TEST_CASE("a streamed body reaches the handler whole") {
    App app;
    const Table<App> table(app, kRoutes);
    const Bytes body(700'000, 7);
    CHECK(text(answer(table, request(Method::post, "/api/count"), body).body()) == "700000");
}

TEST_CASE("whom the guard refuses never reaches the handler") {
    App app;
    app.admits = false;
    const Table<App> table(app, kRoutes, nullptr, [](App& a, Who who, const Request&) -> Status {
        if (who == Who::note && !a.admits) return Error{Code::forbidden, "not today"};
        return Done{};
    });
    const Answer refused = answer(table, request(Method::post, "/api/count"), Bytes(1, 1));
    CHECK(refused.error()->code == Code::forbidden);
    CHECK(app.acted == 0);
    CHECK_FALSE(answer(table, request(Method::get, "/api/hello")).error().has_value());
}

TEST_CASE("a file of the site is answered by its exact path and by no other") {
    App app;
    Site site;
    REQUIRE(site.add("/index.html", Bytes{'a'}).ok());
    REQUIRE(site.add("/page.js", Bytes{'b'}).ok());
    const Table<App> table(app, kRoutes, &site);
    CHECK(answer(table, request(Method::get, "/")).content_type() == "text/html; charset=utf-8");
    CHECK(text(answer(table, request(Method::get, "/page.js")).body()) == "b");
    for (const char* path : {"/index.html", "/page.js/", "/../page.js", "//page.js", "/page.js?", ""}) {
        INFO(path);
        CHECK(answer(table, request(Method::get, path)).error()->code == Code::not_found);
    }
    CHECK(answer(table, request(Method::post, "/page.js")).error()->code == Code::method_not_allowed);
}

TEST_CASE("who takes gzip gets the file that gzip made, everyone else the file itself") {
    App app;
    Site site;
    REQUIRE(site.add("/index.html", Bytes{'a'}).ok());
    REQUIRE(site.add("/page.js", Bytes{'b'}).ok());
    REQUIRE(site.add_gzipped("/index.html", Bytes{'z'}).ok());
    const Table<App> table(app, kRoutes, &site);
    const auto sent = [&](const char* path, const char* accepted) {
        Request asked = request(Method::get, path);
        asked.field(Field::accept_encoding) = accepted;
        const Answer given = answer(table, std::move(asked));
        CHECK((given.coding() == Answer::Coding::gzip) == (text(given.body()) == "z"));
        return std::string(text(given.body()));
    };
    for (const char* accepted : {"gzip", "gzip, deflate, br", "br,gzip;q=1.0", "deflate, gzip"}) {
        INFO(accepted);
        CHECK(sent("/", accepted) == "z");
        CHECK(sent("/page.js", accepted) == "b");
    }
    for (const char* accepted : {"", "identity", "gzip;q=0", "br", "xgzip", "gzipped", "*"}) {
        INFO(accepted);
        CHECK(sent("/", accepted) == "a");
    }
}

TEST_CASE("a site with a file of an unknown kind, or with a .gz of none, is refused") {
    Site site;
    CHECK(site.add("/notes.bak", Bytes{}).error().code == Code::configuration);
    CHECK(site.add_gzipped("/page.js", Bytes{}).error().code == Code::configuration);
}

}  // namespace parapet::service::route_test
