#include "intake/cli/case_shown.h"

#include <cstdio>

#include "intake/cli/sent_shown.h"
#include "intake/client/standing.h"

namespace parapet::reporter {
namespace {

std::string status_in_words(const Voice& voice, content::PublicStatus status) {
    return voice.say("case.status." + std::string(name_of(status)));
}

void show_late(const Voice& voice, const Promise& promise, verify::Day today) {
    voice.tell("case.late.since", {{"date", promise.by.print()}});
    voice.tell("case.late.do");
    const bool open = promise.second_look_from <= today;
    const Words from{{"date", promise.second_look_from.print()}};
    for (const char* name : {"case.late.write", open ? "case.late.look.now" : "case.late.look.later",
                             "case.late.ways", "case.late.avenues"})
        std::printf("  - %s\n", voice.say(name, from).c_str());
    voice.tell("report.choices");
}

void show_decision(const Voice& voice, const Mailbox& mailbox, const std::vector<SentBefore>& sent,
                   verify::Day today) {
    const std::optional<Review> review = review_of(mailbox, sent);
    if (!review) return;
    voice.tell("decision.believed");
    if (!review->read) voice.tell("decision.review.rule");
    voice.tell("decision.review.last", {{"date", review->last.print()}});
    if (review->last < today) voice.tell("decision.review.over");
    if (review->read) voice.tell("decision.read.since", {{"date", review->read->print()}});
    for (const char* name : {"decision.review.who", "report.choices", "decision.support.people",
                             "decision.support.avenues", "decision.support.more"})
        voice.tell(name);
}

}  // namespace

void show_standing(const Voice& voice, const Mailbox& mailbox, const std::vector<SentBefore>& sent,
                   verify::Day today) {
    const content::Reply* const newest = mailbox.replies.empty() ? nullptr : &mailbox.replies.back().reply;
    const content::PublicStatus status = newest == nullptr ? content::PublicStatus::received : newest->status;
    std::printf("%s – %s\n", voice.say("case.status").c_str(), status_in_words(voice, status).c_str());
    if (const std::optional<verify::Day> since = standing_since(mailbox, sent))
        voice.tell("case.since", {{"date", since->print()}});
    voice.tell(newest == nullptr ? "case.none" : "case.explain." + std::string(name_of(status)));
    for (const char* name : said_beside(mailbox, sent)) voice.tell(name);
    if (newest != nullptr && newest->due) voice.tell("case.due", {{"date", newest->due->print()}});
    if (const std::optional<Promise> promise = promise_of(mailbox, sent)) {
        if (promise->is_late(today))
            show_late(voice, *promise, today);
        else
            voice.tell(newest == nullptr ? "case.first" : "case.look", {{"date", promise->by.print()}});
    }
    if (const std::optional<Withdrawal> withdrawal = withdrawal_in(sent))
        voice.tell("withdraw.stands", {{"date", withdrawal->day.print()}});
    if (newest != nullptr) voice.tell("case.access");
    if (status == content::PublicStatus::decision) show_decision(voice, mailbox, sent, today);
}

void show_warnings(const Voice& voice, const Mailbox& mailbox, const std::vector<SentBefore>& sent) {
    for (std::size_t i = 0; i < mailbox.gaps.size(); ++i) voice.tell("case.gap");
    for (const RefusedReply& one : mailbox.refused)
        voice.tell("case.bad", {{"code", std::string(one.fault.name())}});
    if (has_vanished(mailbox, sent)) voice.tell("case.vanished");
}

void show_replies(const Voice& voice, const Mailbox& mailbox) {
    for (const CheckedReply& one : mailbox.replies) {
        const content::Reply& reply = one.reply;
        std::printf("\n%s – %s\n%s\n%s\n",
                    voice.say_of("messages.from", named(voice.words(), one.roles, one.author)).c_str(),
                    status_in_words(voice, reply.status).c_str(),
                    voice.say("case.written", {{"date", reply.day.print()}}).c_str(),
                    printable(reply.text).c_str());
        if (!reply.attachments.empty()) voice.tell("reply.files");
        show_files(voice, reply.attachments);
    }
}

}  // namespace parapet::reporter
