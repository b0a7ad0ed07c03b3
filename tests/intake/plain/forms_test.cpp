#include <catch2/catch_test_macros.hpp>

#include "intake/plain/digits.h"
#include "intake/plain/multipart.h"

namespace parapet::plain::forms_test {
namespace {

constexpr std::string_view kType = "multipart/form-data; boundary=x1";

Result<Multipart> parse(const std::string& body, std::string_view type = kType) {
    return parse_multipart(type, view(body));
}

std::string part(const std::string& head, const std::string& body) {
    return "--x1\r\nContent-Disposition: form-data; " + head + "\r\n\r\n" + body + "\r\n";
}

}  // namespace

TEST_CASE("fields come as they were typed, several under one name in their order") {
    const auto fields = parse_urlencoded(view("a=one+two&b=%D9%85&a=%26%3D&empty="));
    REQUIRE(fields.ok());
    CHECK(fields->all("a") == std::vector<std::string>{"one two", "&="});
    CHECK(fields->one("b") == "\xD9\x85");
    CHECK(fields->has("empty"));
    CHECK(fields->one("missing").empty());
}

TEST_CASE("broken and endless fields are refused") {
    CHECK(parse_urlencoded(view("a=%4")).error().code == Code::malformed);
    CHECK(parse_urlencoded(view("a=%zz")).error().code == Code::malformed);
    std::string many;
    for (std::size_t i = 0; i <= kMostFields; ++i) many += "a=&";
    CHECK(parse_urlencoded(view(many)).error().code == Code::too_large);
}

TEST_CASE("a form with files: fields, files by their name without folders, and a file field left empty") {
    const std::string body =
        part("name=\"to\"", "send") +
        part("name=\"files\"; filename=\"C:\\\\me\\\\list.txt\"\r\nContent-Type: text/plain",
             "one\r\n--x\r\ntwo") +
        part("name=\"files\"; filename=\"\"", "") + "--x1--\r\n";
    const auto form = parse(body);
    REQUIRE(form.ok());
    CHECK(form->fields.one("to") == "send");
    REQUIRE(form->files.size() == 1);
    CHECK(form->files[0].name == "list.txt");
    CHECK(text(form->files[0].bytes) == "one\r\n--x\r\ntwo");
}

TEST_CASE("a form with files that ends too early, or has no boundary, is refused") {
    const std::string whole = part("name=\"a\"", "b") + "--x1--\r\n";
    REQUIRE(parse(whole).ok());
    for (std::size_t n = 0; n + 4 < whole.size(); ++n) CHECK_FALSE(parse(whole.substr(0, n)).ok());
    CHECK_FALSE(parse(whole, "multipart/form-data").ok());
    CHECK_FALSE(parse(whole, "multipart/form-data; boundary=").ok());
    CHECK_FALSE(parse(part("filename=\"nameless\"", "b") + "--x1--\r\n").ok());
}

TEST_CASE("digits of any script are read") {
    CHECK(latin_digits("\xD9\xA1\xD9\xA2 3-4 x") == "1234");
    CHECK(latin_digits("").empty());
}

}  // namespace parapet::plain::forms_test
