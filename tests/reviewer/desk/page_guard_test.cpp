#include "reviewer/desk/page_guard.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/reviewer/office_keys.h"

namespace parapet::desk::page_guard_test {

using service::Field;

struct Fixture {
    Fixture() { guard.listen_at({"127.0.0.1", 4321}); }
    [[nodiscard]] service::Request from_own_page() const {
        service::Request request{service::Method::post, "/api/inbox"};
        request.field(Field::host) = "127.0.0.1:4321";
        request.field(Field::origin) = "http://127.0.0.1:4321";
        request.field(Field::page_token) = token();
        return request;
    }
    [[nodiscard]] std::string token() const {
        const std::string url = guard.page_url();
        return url.substr(url.find('#') + 1);
    }
    SystemRandom random;
    PageGuard guard{random};
};

TEST_CASE("the page's own request is let in, with or without an origin") {
    const Fixture f;
    service::Request request = f.from_own_page();
    CHECK(f.guard.admit(request).ok());
    request.field(Field::origin).clear();
    CHECK(f.guard.admit(request).ok());
}

TEST_CASE("the token is in the fragment of the address and nowhere before it") {
    const Fixture f;
    CHECK(f.guard.page_url().starts_with("http://127.0.0.1:4321/#"));
    CHECK(f.token().size() == 64);
}

TEST_CASE("whoever lacks the token, or comes from another page or name, is forbidden") {
    const Fixture f;
    service::Request request = f.from_own_page();
    SECTION("no token") { request.field(Field::page_token).clear(); }
    SECTION("another token") { request.field(Field::page_token)[0] ^= 1; }
    SECTION("the token of a second desk") {
        Fixture other;
        request.field(Field::page_token) = other.token();
    }
    SECTION("the token and more") { request.field(Field::page_token) += "00"; }
    SECTION("another page on this machine") { request.field(Field::origin) = "http://127.0.0.1:9999"; }
    SECTION("a page without an origin of its own") { request.field(Field::origin) = "null"; }
    SECTION("a name that was made to point here") { request.field(Field::host) = "evil.example:4321"; }
    SECTION("localhost by name") { request.field(Field::host) = "localhost:4321"; }
    SECTION("no host") { request.field(Field::host).clear(); }
    CHECK(f.guard.admit(request).error().code == Code::forbidden);
}

TEST_CASE("nobody is let in before the desk listens") {
    SystemRandom random;
    const PageGuard guard(random);
    CHECK(guard.admit(service::Request{}).error().code == Code::forbidden);
}

}  // namespace parapet::desk::page_guard_test
