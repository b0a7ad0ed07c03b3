#include "intake/client/standing.h"

#include <algorithm>

namespace parapet::reporter {
namespace {

constexpr std::int32_t kDaysToAnswer = 7;    // from sending to the first answer
constexpr std::int32_t kDaysOfSilence = 45;  // from sending, or beyond a promised day
constexpr std::int32_t kCoolingOff = 14;     // in which a withdrawal can be taken back
constexpr std::int32_t kDaysToReview = 30;   // in which a review of a decision can be asked for

constexpr const char* kProtection = "protection";  // the form of a request whose 30 days rest meanwhile

bool says_yes(const content::Answers& answers, const char* question) {
    const auto at = answers.find(question);
    const auto* const said = at == answers.end() ? nullptr : std::get_if<std::string>(&at->second.value);
    return said != nullptr && *said == "yes";
}

}  // namespace

std::optional<verify::Day> standing_since(const Mailbox& mailbox, const std::vector<SentBefore>& own) {
    if (mailbox.replies.empty()) return own.empty() ? std::nullopt : std::optional(own.front().own.day);
    auto first = mailbox.replies.rbegin();
    for (auto at = first; at != mailbox.replies.rend() && at->reply.status == first->reply.status; ++at)
        first = at;
    return first->reply.day;
}

std::optional<Promise> promise_of(const Mailbox& mailbox, const std::vector<SentBefore>& own) {
    if (!mailbox.replies.empty()) {
        const content::Reply& newest = mailbox.replies.back().reply;
        const bool closed = newest.status == content::PublicStatus::closed;
        return Promise{newest.look_again, newest.look_again.plus(kDaysOfSilence + 1), closed};
    }
    if (own.empty()) return std::nullopt;
    const verify::Day sent = own.front().own.day;
    return Promise{sent.plus(kDaysToAnswer), sent.plus(kDaysOfSilence)};
}

std::optional<std::size_t> newest_decision(const Mailbox& mailbox) {
    std::optional<std::size_t> any;
    for (std::size_t n = mailbox.replies.size(); n-- > 0;) {
        const content::Reply& reply = mailbox.replies[n].reply;
        if (reply.status != content::PublicStatus::decision) continue;
        if (reply.type == content::ReplyType::decision) return n;
        if (!any) any = n;
    }
    return any;
}

std::optional<Review> review_of(const Mailbox& mailbox, const std::vector<SentBefore>& own) {
    const auto n = newest_decision(mailbox);
    if (!n) return std::nullopt;
    for (const SentBefore& one : own) {
        const auto* const message = std::get_if<content::Message>(&one.own.said);
        if (message == nullptr || !message->seen || !message->answers.contains("my_read")) continue;
        const auto seen = std::ranges::find(mailbox.replies, *message->seen, &CheckedReply::env);
        if (seen == mailbox.replies.end() || seen - mailbox.replies.begin() < static_cast<std::ptrdiff_t>(*n))
            continue;
        return Review{one.own.day, one.own.day.plus(kDaysToReview)};
    }
    const content::Reply& decision = mailbox.replies[*n].reply;
    return Review{std::nullopt, decision.due.value_or(decision.day.plus(kDaysToReview))};
}

std::optional<Withdrawal> withdrawal_in(const std::vector<SentBefore>& own) {
    std::optional<Withdrawal> out;
    for (const SentBefore& one : own) {
        const auto* const message = std::get_if<content::Message>(&one.own.said);
        if (message == nullptr || !message->answers.contains("my_withdraw")) continue;
        out.reset();
        if (says_yes(message->answers, "my_withdraw") && says_yes(message->answers, "my_sure"))
            out = Withdrawal{one.own.day, one.own.day.plus(kCoolingOff)};
    }
    return out;
}

std::vector<const char*> said_beside(const Mailbox& mailbox, const std::vector<SentBefore>& own) {
    if (mailbox.replies.empty()) return {};
    const content::PublicStatus status = mailbox.replies.back().reply.status;
    if (status == content::PublicStatus::acknowledged) return {"case.support"};
    if (status != content::PublicStatus::question || own.empty()) return {};
    const auto* const report = std::get_if<content::Report>(&own.front().own.said);
    if (report == nullptr || report->form_id != kProtection) return {};
    return {"case.waits"};
}

bool has_vanished(const Mailbox& mailbox, const std::vector<SentBefore>& own) {
    return std::ranges::any_of(own, [&](const SentBefore& one) {
        const auto* const message = std::get_if<content::Message>(&one.own.said);
        if (message == nullptr || !message->seen) return false;
        return std::ranges::find(mailbox.replies, *message->seen, &CheckedReply::env) ==
               mailbox.replies.end();
    });
}

}  // namespace parapet::reporter
