#include "intake/client/standing.h"

#include <catch2/catch_test_macros.hpp>

namespace parapet::reporter::standing_test {

namespace {

constexpr verify::Day kSent{20'000};

SentBefore message(std::uint32_t seq, std::int32_t days_later, content::Answers answers) {
    content::Message said;
    said.answers = std::move(answers);
    return {seq, {kSent.plus(days_later), std::move(said)}};
}

std::vector<SentBefore> with_report() {
    std::vector<SentBefore> out;
    out.push_back({0, {kSent, content::Report{}}});
    return out;
}

CheckedReply reply(content::PublicStatus status, std::int32_t written, std::int32_t look_again) {
    CheckedReply out;
    out.env = EnvelopeId{};
    out.env.bytes[0] = static_cast<std::uint8_t>(written);
    out.reply.status = status;
    out.reply.day = kSent.plus(written);
    out.reply.look_again = kSent.plus(look_again);
    return out;
}

Mailbox with(std::vector<CheckedReply> replies) {
    Mailbox out;
    out.held = true;
    out.replies = std::move(replies);
    return out;
}

std::vector<CheckedReply> one_after_another(CheckedReply a, CheckedReply b, CheckedReply c) {
    std::vector<CheckedReply> out;
    for (CheckedReply* one : {&a, &b, &c}) out.push_back(std::move(*one));
    return out;
}

}  // namespace

TEST_CASE("before any reply the office has seven days, and from the 45th on somebody else may look") {
    const auto promise = promise_of({}, with_report());
    REQUIRE(promise.has_value());
    CHECK(promise->by == kSent.plus(7));
    CHECK_FALSE(promise->is_late(kSent.plus(7)));
    CHECK(promise->is_late(kSent.plus(8)));
    CHECK(promise->second_look_from == kSent.plus(45));
    CHECK_FALSE(promise_of({}, {}).has_value());
}

TEST_CASE("a case stands where it does since the first reply that says so without another between them") {
    using content::PublicStatus;
    CHECK(standing_since({}, with_report()) == kSent);
    const Mailbox mailbox =
        with(one_after_another(reply(PublicStatus::review, 1, 20), reply(PublicStatus::question, 2, 20),
                               reply(PublicStatus::review, 5, 20)));
    CHECK(standing_since(mailbox, {}) == kSent.plus(5));
    const Mailbox steady =
        with(one_after_another(reply(PublicStatus::question, 1, 20), reply(PublicStatus::review, 2, 20),
                               reply(PublicStatus::review, 5, 30)));
    CHECK(standing_since(steady, {}) == kSent.plus(2));
    CHECK(promise_of(steady, {})->by == kSent.plus(30));
    CHECK(promise_of(steady, {})->second_look_from == kSent.plus(76));
}

TEST_CASE("after its day an open case is late, a closed one is not") {
    using content::PublicStatus;
    for (const auto& [status, late] :
         {std::pair{PublicStatus::review, true}, std::pair{PublicStatus::closed, false}}) {
        std::vector<CheckedReply> one;
        one.push_back(reply(status, 1, 20));
        const Mailbox mailbox = with(std::move(one));
        CHECK(promise_of(mailbox, {})->is_late(kSent.plus(21)) == late);
        CHECK_FALSE(promise_of(mailbox, {})->is_late(kSent.plus(20)));
    }
}

TEST_CASE("a withdrawal counts once it was said twice, and until it is taken back") {
    std::vector<SentBefore> own = with_report();
    own.push_back(message(1, 3, {{"my_withdraw", {std::string("yes")}}}));
    CHECK_FALSE(withdrawal_in(own).has_value());
    own.push_back(message(2, 4, {{"my_withdraw", {std::string("yes")}}, {"my_sure", {std::string("yes")}}}));
    REQUIRE(withdrawal_in(own).has_value());
    CHECK(withdrawal_in(own)->day == kSent.plus(4));
    CHECK(withdrawal_in(own)->last == kSent.plus(18));
    own.push_back(message(3, 5, {{"my_withdraw", {std::string("no")}}}));
    CHECK_FALSE(withdrawal_in(own).has_value());
}

TEST_CASE(
    "who helps is said once it is known, and that the 30 days wait only where protection was asked for") {
    using content::PublicStatus;
    const auto said = [](PublicStatus status, const char* form) {
        std::vector<CheckedReply> one;
        one.push_back(reply(status, 1, 20));
        std::vector<SentBefore> own = with_report();
        std::get<content::Report>(own.front().own.said).form_id = form;
        std::vector<std::string> out;
        for (const char* name : said_beside(with(std::move(one)), own)) out.emplace_back(name);
        return out;
    };
    const std::vector<std::string> nothing;
    CHECK(said_beside({}, with_report()).empty());
    CHECK(said(PublicStatus::acknowledged, "misconduct") == std::vector<std::string>{"case.support"});
    CHECK(said(PublicStatus::question, "protection") == std::vector<std::string>{"case.waits"});
    CHECK(said(PublicStatus::question, "misconduct") == nothing);
    CHECK(said(PublicStatus::review, "protection") == nothing);
}

TEST_CASE("a reply that was read once and is not among them any more is missed") {
    std::vector<SentBefore> own = with_report();
    Mailbox mailbox;
    mailbox.replies.push_back(reply(content::PublicStatus::review, 1, 20));
    content::Message said;
    said.seen = mailbox.replies.front().env;
    own.push_back({1, {kSent.plus(2), std::move(said)}});
    CHECK_FALSE(has_vanished(mailbox, own));
    mailbox.replies.clear();
    CHECK(has_vanished(mailbox, own));
}

TEST_CASE(
    "what the office writes after a decision is not the decision, nor does it move the last day for a "
    "review") {
    using content::PublicStatus;
    CheckedReply decided = reply(PublicStatus::decision, 10, 40);
    decided.reply.type = content::ReplyType::decision;
    const Mailbox replies = with(one_after_another(reply(PublicStatus::review, 5, 10), std::move(decided),
                                                   reply(PublicStatus::decision, 20, 50)));
    REQUIRE(newest_decision(replies) == std::size_t{1});

    const auto unread = review_of(replies, with_report());
    REQUIRE(unread.has_value());
    CHECK_FALSE(unread->read.has_value());
    CHECK(unread->last == kSent.plus(40));

    std::vector<SentBefore> own = with_report();
    own.push_back(message(1, 12, {{"my_read", {"yes"}}}));
    std::get<content::Message>(own.back().own.said).seen = replies.replies[1].env;
    const auto read = review_of(replies, own);
    REQUIRE(read.has_value());
    CHECK(read->read == kSent.plus(12));
    CHECK(read->last == kSent.plus(42));
    CHECK_FALSE(review_of(with({}), own).has_value());
}

}  // namespace parapet::reporter::standing_test
