#include "tests/vault/fixtures.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::vault::testing {
namespace {

class Mail {
public:
    Mail() {
        REQUIRE(create_store(file(), mail_key()).ok());
        writer = open_mail_for_reviewer(file(), mail_key()).value();
        reader = open_mail_for_intake(file(), mail_key()).value();
    }
    [[nodiscard]] std::filesystem::path file() const { return folder / "mail.db"; }
    Reply reply(std::uint32_t seq) {
        return {case_id,
                seq,
                random.fixed<EnvelopeId>(),
                kDay,
                some_bytes(random, 16'512),
                some_bytes(random, 1168),
                some_bytes(random, 226)};
    }

    Folder folder;
    Counting random;
    CaseId case_id = random.fixed<CaseId>();
    std::unique_ptr<MailWriter> writer;
    std::unique_ptr<MailReader> reader;
};

}  // namespace

TEST_CASE("replies come four to a page, in the order of their numbers") {
    Mail mail;
    std::vector<Reply> sent;
    for (std::uint32_t seq = 0; seq < 6; ++seq) {
        sent.push_back(mail.reply(seq));
        REQUIRE(mail.writer->put_reply(sent.back()).ok());
    }
    const ReplyPage first = mail.reader->page(mail.case_id, 0).value();
    CHECK(first.total == 6);
    CHECK(first.replies == std::vector(sent.begin(), sent.begin() + 4));
    CHECK(mail.reader->page(mail.case_id, 1).value().replies == std::vector(sent.begin() + 4, sent.end()));
    CHECK(mail.reader->page(mail.case_id, 2).value().replies.empty());
}

TEST_CASE("an unknown mailbox is an empty page and no error") {
    Mail mail;
    const ReplyPage page = mail.reader->page(mail.case_id, 0).value();
    CHECK(page.total == 0);
    CHECK(page.replies.empty());
}

TEST_CASE("a reply may be put twice, but not another one under its number") {
    Mail mail;
    const Reply reply = mail.reply(0);
    REQUIRE(mail.writer->put_reply(reply).ok());
    CHECK(mail.writer->put_reply(reply).ok());
    CHECK(mail.writer->put_reply(mail.reply(0)).error().code == Code::duplicate);
    CHECK(mail.reader->page(mail.case_id, 0).value().replies == std::vector{reply});
}

TEST_CASE("intake sees what was taken over until the mark is forgotten") {
    Mail mail;
    const auto env_id = mail.random.fixed<EnvelopeId>();
    CHECK_FALSE(mail.reader->taken(env_id).value());
    REQUIRE(mail.writer->put_taken({env_id}, kDay).ok());
    REQUIRE(mail.writer->put_taken({env_id}, kDay + std::chrono::days(1)).ok());
    CHECK(mail.reader->taken(env_id).value());
    REQUIRE(mail.writer->forget_taken_before(kDay).ok());
    CHECK(mail.reader->taken(env_id).value());
    REQUIRE(mail.writer->forget_taken_before(kDay + std::chrono::days(1)).ok());
    CHECK_FALSE(mail.reader->taken(env_id).value());
}

TEST_CASE("a buried case has an empty mailbox") {
    Mail mail;
    REQUIRE(mail.writer->put_reply(mail.reply(0)).ok());
    REQUIRE(mail.writer->bury(mail.case_id).ok());
    CHECK(mail.reader->page(mail.case_id, 0).value().total == 0);
}

}  // namespace parapet::vault::testing
