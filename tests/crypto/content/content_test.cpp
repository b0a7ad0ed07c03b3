// What the vectors do not show of contents: that nothing is written that its reader would refuse.
#include "crypto/content/content.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::content::content_test {

const bool kReady = init_crypto().ok();

constexpr std::size_t kMostText = 512 * 1024;

Message message(std::string words) {
    Message out;
    out.lang = "en";
    out.text = std::move(words);
    return out;
}

Reply reply() {
    Reply out;
    out.lang = "en";
    out.text = "Which month?";
    out.day = verify::Day::parse("2026-11-24").value();
    out.look_again = verify::Day::parse("2026-12-01").value();
    return out;
}

Attachment attachment(std::string name, std::uint64_t size) {
    return {.env = {},
            .key = keys::Dek::make([](auto) {}),
            .core_hash = {},
            .size = size,
            .name = std::move(name),
            .type = "text/plain"};
}

Code refusal(const Result<Plaintext>& written) { return written.error().code; }

TEST_CASE("a text of 512 KiB is written and read whole, one octet more is neither") {
    REQUIRE(kReady);
    const std::string most(kMostText, 'x');
    CHECK(read_message(write(message(most)).value().reveal()).value().text == most);
    CHECK(refusal(write(message(most + "x"))) == Code::content_schema);
}

TEST_CASE("the limit of a text counts octets, not letters") {
    std::string two_octets_each;
    for (std::size_t i = 0; i < kMostText / 2; ++i) two_octets_each += "é";
    CHECK(write(message(two_octets_each)).ok());
    CHECK(refusal(write(message(two_octets_each + "x"))) == Code::content_schema);
}

TEST_CASE("texts that are each allowed but together over 1 MiB are too large") {
    Message large = message(std::string(kMostText, 'x'));
    large.answers.emplace("more", Answer{std::string(kMostText, 'x')});
    CHECK(refusal(write(large)) == Code::too_large);
}

TEST_CASE("a text that is not UTF-8 is refused, one with a zero character comes back whole") {
    CHECK(refusal(write(message("\x80"))) == Code::content_schema);
    const std::string zero("a\0b", 3);
    CHECK(read_message(write(message(zero)).value().reveal()).value().text == zero);
}

TEST_CASE("a language that is none, an empty file name, a file over 1 GiB: nothing of this is written") {
    Message odd = message("a");
    odd.lang = "English";
    CHECK(refusal(write(odd)) == Code::content_schema);
    Message nameless = message("a");
    nameless.attachments.push_back(attachment("", 1));
    CHECK(refusal(write(nameless)) == Code::content_schema);
    Message large = message("a");
    large.attachments.push_back(attachment("a", (std::uint64_t{1} << 30) + 1));
    CHECK(refusal(write(large)) == Code::content_schema);
}

TEST_CASE("twenty files are written, in their order; twenty-one are not") {
    Message many = message("a");
    for (int i = 0; i < 20; ++i) many.attachments.push_back(attachment(std::to_string(i), 1));
    const auto again = read_message(write(many).value().reveal()).value();
    REQUIRE(again.attachments.size() == 20);
    for (std::size_t i = 0; i < 20; ++i) CHECK(again.attachments[i].name == std::to_string(i));
    many.attachments.push_back(attachment("one too many", 1));
    CHECK(refusal(write(many)) == Code::content_schema);
}

TEST_CASE("every type and every status of a reply is written and read as itself") {
    for (int t = 0; t <= static_cast<int>(ReplyType::message); ++t)
        for (int s = 0; s <= static_cast<int>(PublicStatus::closed); ++s) {
            Reply one = reply();
            one.type = static_cast<ReplyType>(t);
            one.status = static_cast<PublicStatus>(s);
            const Reply again = read_reply(write(one).value().reveal()).value();
            CHECK(again.type == one.type);
            CHECK(again.status == one.status);
        }
}

TEST_CASE("an identity that is withheld tells nothing, one that is given comes back") {
    CHECK_FALSE(read_identity(write(Identity{}).value().reveal()).value().given);
    const auto given =
        read_identity(write(Identity{GivenIdentity{"A procurement officer", "by post", KnownTo::office}})
                          .value()
                          .reveal())
            .value()
            .given;
    REQUIRE(given);
    CHECK(given->name == "A procurement officer");
    CHECK(given->contact == "by post");
}

TEST_CASE("answers of every shape come back as they were") {
    Report report;
    report.lang = "en";
    report.form_id = "misconduct";
    report.answers.emplace("a", Answer{std::string("text")});
    report.answers.emplace("b", Answer{true});
    report.answers.emplace("c", Answer{(std::int64_t{1} << 53) - 1});
    report.answers.emplace("d", Answer{std::vector<std::string>{"one", "two"}});
    report.answers.emplace("e", Answer{std::vector<Answers>{{{"inside", Answer{std::int64_t{-1}}}}, {}}});
    CHECK(read_report(write(report).value().reveal()).value().answers == report.answers);
    report.answers.insert_or_assign("c", Answer{std::int64_t{1} << 53});
    CHECK(refusal(write(report)) == Code::content_schema);
}

}  // namespace parapet::content::content_test
