#include "service/http/frame.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::service::frame_test {

Result<Frame> frame_of(std::string_view head) { return read_frame(view(head), Limits{}); }

TEST_CASE("a head ends at its first empty line, however the octets came") {
    const std::string_view in = "GET / HTTP/1.1\r\nHost: x\r\n\r\nrest\r\n\r\n";
    const std::size_t whole = in.find("rest");
    for (std::size_t seen = 0; seen < whole; ++seen) {
        INFO(seen);
        CHECK(head_size(view(in), seen) == whole);
    }
    for (std::size_t n = 0; n < whole; ++n) CHECK(head_size(view(in.substr(0, n)), 0) == 0);
}

TEST_CASE("the length of the body is the one announced") {
    CHECK(frame_of("GET / HTTP/1.1\r\n\r\n")->body == 0);
    CHECK(frame_of("POST / HTTP/1.1\r\ncONTENT-lENGTH: 12 \r\n\r\n")->body == 12);
    CHECK(frame_of("POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length:7\r\n\r\n")->expects_continue);
}

TEST_CASE("what two readers could understand differently is refused") {
    for (const char* head : {
             "GET / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n",
             "GET / HTTP/1.1\r\nContent-Length: +1\r\n\r\n",
             "GET / HTTP/1.1\r\nContent-Length: 0x1\r\n\r\n",
             "GET / HTTP/1.1\r\nContent-Length: 1, 1\r\n\r\n",
             "GET / HTTP/1.1\r\nContent-Length: \r\n\r\n",
             "GET / HTTP/1.1\r\nContent-Length: 9999999999999999999\r\n\r\n",
             "GET / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
             "GET / HTTP/1.1\r\nTransfer-Encoding: identity\r\n\r\n",
             "GET / HTTP/1.1\r\nTransfer-Encoding : chunked\r\n\r\n",
             "GET / HTTP/1.1\r\n folded: x\r\n\r\n",
             "GET / HTTP/1.1\r\nA: b\n\r\n\r\n",
             "GET / HTTP/1.1\r\nA: b\r\r\n\r\n",
             "GET / HTTP/1.1\r\nA\r\n\r\n",
             "GET / HTTP/1.1\r\n: b\r\n\r\n",
             "GET  / HTTP/1.1\r\n\r\n",
             "GET /a b HTTP/1.1\r\n\r\n",
             "GET /\t HTTP/1.1\r\n\r\n",
             "\r\n\r\n",
         }) {
        INFO(head);
        const Result<Frame> frame = frame_of(head);
        REQUIRE_FALSE(frame.ok());
        CHECK(frame.error().code == Code::malformed);
    }
    CHECK(frame_of(std::string_view("GET / HTTP/1.1\r\nA: \0\r\n\r\n", 24)).error().code == Code::malformed);
}

TEST_CASE("a hundred header fields are read, one more is too large") {
    std::string head = "GET / HTTP/1.1\r\n";
    for (int i = 0; i < 100; ++i) head += "A: b\r\n";
    CHECK(frame_of(head + "\r\n").ok());
    CHECK(frame_of(head + "A: b\r\n\r\n").error().code == Code::too_large);
}

}  // namespace parapet::service::frame_test
