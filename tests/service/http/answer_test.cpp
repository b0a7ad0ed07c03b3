#include "service/http/answer.h"

#include <catch2/catch_test_macros.hpp>
#include <set>

#include "service/http/status.h"

namespace parapet::service::answer_test {

TEST_CASE("a refusal says its code and nothing else") {
    const Answer refused(Error{Code::challenge_expired, "a text that must not leave the program"});
    CHECK(text(refused.body()) == "{\"error\":\"challenge-expired\"}");
    CHECK(refused.content_type() == "application/json");
}

TEST_CASE("every code has a status of a refusal, and its refusal is read back as that code") {
    for (std::size_t i = 0; i < kCodeNames.size(); ++i) {
        const auto code = static_cast<Code>(i);
        INFO(code_name(code));
        CHECK(status_of(code) >= 400);
        CHECK(status_of(code) < 600);
        CHECK(read_refusal(text(Answer(Error{code, "x"}).body()))->code == code);
    }
}

TEST_CASE("what is not a refusal to the octet has no code") {
    for (const char* body :
         {"", "{}", "{\"error\":\"nothing-like-it\"}", "{\"error\":\"busy\"} ", "{\"error\": \"busy\"}",
          "{\"error\":\"", "{\"error\":\"}", R"({"error":"wait","seconds":})",
          R"({"error":"wait","seconds":-1})", R"({"error":"wait","":1})", R"({"error":"wait","seconds":007})",
          R"({"error":"wait","seconds":1234567890})", R"({"error":"wait","seconds":1,"more":2})",
          R"({"error":"wait" ,"seconds":1})"}) {
        INFO(body);
        CHECK_FALSE(read_refusal(body).has_value());
    }
}

TEST_CASE("a refusal with a number says the number, and it is read back") {
    const Answer refused = Answer::refusal({Code::wait, "later"}, "seconds", 90);
    CHECK(text(refused.body()) == R"({"error":"wait","seconds":90})");
    CHECK(refused.error()->code == Code::wait);
    const auto read = read_refusal(text(refused.body()));
    CHECK(read->code == Code::wait);
    CHECK(read->figure == 90);
}

TEST_CASE("a source that holds less than it announced is truncated, and more than allowed is too large") {
    class Short final : public ByteSource {
        std::uint64_t size() const override { return 5; }
        Result<ByteView> next() override { return ByteView{}; }
    } less;
    CHECK(read_whole(less, 10).error().code == Code::truncated);
    CHECK(read_whole(less, 4).error().code == Code::too_large);
}

}  // namespace parapet::service::answer_test
