#include "tests/service/route_contract.h"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "service/http/status.h"
#include "tests/service/raw_client.h"
#include "tests/service/running_server.h"

namespace parapet::service::testing {

namespace {

constexpr std::array kFixed{"content-security-policy",
                            "cache-control",
                            "referrer-policy",
                            "x-content-type-options",
                            "cross-origin-opener-policy",
                            "cross-origin-embedder-policy",
                            "cross-origin-resource-policy",
                            "permissions-policy"};
constexpr std::array kNever{"server", "date",     "set-cookie",   "access-control-allow-origin",
                            "etag",   "location", "x-powered-by", "keep-alive"};

void check_fields(const RawResponse& response) {
    for (const char* name : kFixed) {
        INFO(name);
        CHECK(response.fields.contains(name));
    }
    for (const char* name : kNever) {
        INFO(name);
        CHECK_FALSE(response.fields.contains(name));
    }
}

void check_refused(const RawResponse& response, Code code) {
    CHECK(response.status == status_of(code));
    CHECK(read_refusal(response.body)->code == code);
    check_fields(response);
}

std::string request_line(std::string_view method, std::string_view path) {
    return std::string(method).append(" ").append(path).append(" HTTP/1.1\r\nHost: x\r\n");
}

void check_route(const Address& address, const RouteFacts& route) {
    INFO(route.path);
    const std::string_view method = route.method == Method::get ? "GET" : "POST";
    const std::string path(route.path);

    // Announced is enough: what cannot be handled need not be sent. The gate waits for the first 64 KiB.
    const std::string too_long = request_line(method, path) +
                                 "Content-Length: " + std::to_string(route.largest + 1) + "\r\n\r\n" +
                                 std::string(std::min<std::uint64_t>(route.largest + 1, 64 * kKiB), 'x');
    check_refused(ask(address, too_long), Code::too_large);
    for (const char* other : {"GET", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"}) {
        if (other == method) continue;
        INFO(other);
        check_refused(ask(address, request_line(other, path) + "\r\n"), Code::method_not_allowed);
    }
    for (const char* tail : {"?", "?a=b", "%20", "//"})
        check_refused(ask(address, request_line(method, path + tail) + "\r\n"), Code::not_found);
    if (route.who == Who::anyone && route.method == Method::get) return;
    // No body, no token: refused with some code of the list, whatever the handler is.
    const RawResponse empty = ask(address, request_line(method, path) + "\r\n");
    CHECK(empty.status >= 400);
    CHECK(read_refusal(empty.body).has_value());
    check_fields(empty);
}

}  // namespace

void check_route_contract(const Surface& surface) {
    const RunningServer server(surface);
    std::set<std::string_view> paths;
    for (std::size_t i = 0; i < surface.count(); ++i) {
        const RouteFacts route = surface.facts(i);
        CHECK(paths.insert(route.path).second);
        CHECK(route.path.starts_with('/'));
        if (route.method == Method::get) CHECK(route.largest == 0);
        check_route(server.address(), route);
    }
    check_refused(ask(server.address(), get("/nothing-is-here")), Code::not_found);
    check_refused(ask(server.address(), "hello\r\n\r\n"), Code::malformed);
}

}  // namespace parapet::service::testing
