#include "intake/plain/decision_page.h"

#include "intake/client/standing.h"
#include "intake/plain/adding_pages.h"
#include "intake/plain/case_pages.h"
#include "intake/plain/messages.h"
#include "intake/plain/recused.h"
#include "intake/plain/sealing.h"

namespace parapet::plain {
namespace {

// Where the office has the questionnaire no longer, the other ways are left.
void show_way_to_review(Page& page, Turn& turn, const OpenedWithOwn& all) {
    if (begin_choices(turn, all) == nullptr) {
        page.text(turn.say("ways.intro"), "help");
        return page.list(turn.gateway.ways(turn.words));
    }
    page.text(turn.say("decision.review.who"), "help");
    const std::vector<const verify::Member*> readers = alternates_of(turn, all);
    if (readers.empty()) return page.text(turn.say("choices.nobody_else"), "help");
    page.button(turn.say("decision.review.ask"), "adding:review");
    show_only_readers(page, turn, readers);
}

void show_review(Page& page, Turn& turn, const OpenedWithOwn& all, const reporter::CheckedReply& decision,
                 const reporter::Review& review) {
    page.heading(turn.say("decision.review.title"));
    if (!review.read) page.text(turn.say("decision.review.rule"));
    page.text(turn.say("decision.review.last", {{"date", review.last.print()}}));
    if (review.last < turn.gateway.today()) page.text(turn.say("decision.review.over"));
    show_way_to_review(page, turn, all);
    if (review.read) return page.text(turn.say("decision.read.since", {{"date", review.read->print()}}));
    page.text(turn.say("decision.read.why"));
    show_recusal(page, turn);
    // What was read is what this page shows, whatever arrives before the button is pressed.
    page.button(turn.say("decision.read.act"), "read:" + to_hex(decision.env));
}

std::string decision_page_with(Turn& turn, const std::string& alert) {
    const auto all = open_case_with_own(turn);
    if (!all.ok()) return not_opened_page(turn, all.error());
    tell_of(turn, out_of(turn, all->opened, all->sent));
    const reporter::Mailbox& mailbox = all->opened.mailbox;
    Page page = begin_page(turn, turn.say("decision.title"));
    if (!alert.empty()) page.alert(alert);
    const auto newest = newest_decision(mailbox);
    const auto review = review_of(mailbox, all->sent);
    if (!newest || !review) {
        page.text(turn.say("choices.when.decision"));
    } else {
        page.text(turn.say("decision.what"), "lead");
        page.heading(turn.say("decision.reasons"));
        const reporter::CheckedReply& decision = mailbox.replies[*newest];
        show_reply(page, turn, decision);
        page.text(turn.say("decision.believed"));
        show_review(page, turn, *all, decision, *review);
        page.heading(turn.say("decision.support.title"));
        page.list({turn.say("decision.support.people"), turn.say("decision.support.avenues"),
                   turn.say("decision.support.more")});
    }
    page.button(turn.say("page.back"), "case");
    return finish_page(turn, page, "decision");
}

}  // namespace

std::string decision_page(Turn& turn) { return decision_page_with(turn, {}); }

std::string say_it_was_read(Turn& turn, std::string_view decision) {
    const Result<EnvelopeId> seen = fixed_from_hex<EnvelopeId>(decision);
    if (!seen.ok()) return decision_page(turn);
    const auto reporter = keys_behind(turn);
    if (!reporter.ok()) return not_opened_page(turn, reporter.error());
    const Written written{.lang = turn.words.language(),
                          .text = {},
                          .answers = {{"my_read", {"yes"}}},
                          .seen = *seen,
                          .next = turn.draft.next,
                          .recusal = turn.draft.recusal};
    const auto arrival = send_message({turn.gateway, turn.office, *reporter}, written, {});
    if (!arrival.ok() && arrival.error().code == Code::not_found) return decision_page(turn);
    if (!arrival.ok()) return decision_page_with(turn, error_in_words(turn.words, arrival.error()));
    if (*arrival == Arrival::unasked) return decision_page_with(turn, turn.say("recused.ask"));
    return case_page(turn, {turn.say(*arrival == Arrival::before ? "plain.before" : "case.write.sent")});
}

}  // namespace parapet::plain
