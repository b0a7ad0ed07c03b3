#include "reviewer/desk/requests.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::desk::requests_test {

constexpr std::string_view kCase = "00112233445566778899aabbccddeeff";

std::string read_body(std::string_view purpose, std::string_view declared) {
    return R"({"case":")" + std::string(kCase) + R"(","purpose":")" + std::string(purpose) +
           R"(","no_conflict":)" + std::string(declared) + "}";
}

template <class T>
std::string_view refusal(const Result<T>& result) {
    return result.ok() ? "accepted" : result.error().name();
}

TEST_CASE("a read names case and purpose and declares that there is no conflict") {
    const auto parsed = parse_read(view(read_body("assess", "true")));
    REQUIRE(parsed.ok());
    CHECK(to_hex(parsed->case_id) == kCase);
    CHECK(parsed->purpose == verify::Purpose::assess);
}

TEST_CASE("a read without the declaration is forbidden") {
    CHECK(refusal(parse_read(view(read_body("intake", "false")))) == "forbidden");
}

TEST_CASE("a request that is not of its form is refused") {
    CHECK(refusal(parse_read(view(read_body("curiosity", "true")))) == "malformed");
    CHECK(refusal(parse_read(view(read_body("intake", "\"yes\"")))) == "content-schema");
    CHECK(refusal(parse_read(view(R"({"case":"00"})"))) == "content-schema");
    CHECK(refusal(parse_case(view(R"({"case":")" + std::string(kCase) + R"(","more":1})"))) ==
          "content-schema");
    CHECK(refusal(parse_empty(view("[]"))) == "content-schema");
    CHECK(refusal(parse_empty(view("{} "))) == "accepted");
    CHECK(refusal(parse_unlock(view(R"({"passphrase":""})"))) == "content-schema");
    CHECK(refusal(parse_unlock(view(R"({"passphrase":17})"))) == "content-schema");
}

TEST_CASE("a reply has a type and a status from the closed lists, a text and a day") {
    const std::string head = R"({"case":")" + std::string(kCase) + R"(","type":"question","status":")";
    const std::string tail = R"(","text":"When was it?","look_again":"2026-12-01"})";
    const auto parsed = parse_reply(view(head + "question" + tail));
    REQUIRE(parsed.ok());
    CHECK(parsed->draft.type == content::ReplyType::question);
    CHECK(parsed->draft.look_again.print() == "2026-12-01");
    CHECK_FALSE(parsed->draft.due.has_value());
    CHECK(refusal(parse_reply(view(head + "solved" + tail))) == "content-schema");
}

}  // namespace parapet::desk::requests_test
