#include "intake/plain/standing.h"

#include "intake/client/standing.h"

namespace parapet::plain {
namespace {

using reporter::Mailbox;
using reporter::Promise;

void show_late(Page& page, const Turn& turn, const Promise& promise) {
    page.add({"is_late",
              {{"text", turn.say("case.late.since", {{"date", promise.by.print()}})},
               {"what", turn.say("case.late.do")}},
              {},
              {{"item", {{"text", turn.say("case.late.write")}}, {}, {}},
               {"item",
                {{"text", promise.second_look_from > turn.gateway.today()
                              ? turn.say("case.late.look.later", {{"date", promise.second_look_from.print()}})
                              : turn.say("case.late.look.now")}},
                {},
                {}},
               {"item", {{"text", turn.say("case.late.ways")}}, {}, {}},
               {"item", {{"text", turn.say("case.late.avenues")}}, {}, {}}}});
}

}  // namespace

Own own_of(const Turn& turn, const Opened& opened, const Result<reporter::OwnSealed>& report) {
    TRY(service::Client intake, turn.gateway.intake());
    return reporter::all_own(intake, {turn.office, opened.reporter}, opened.mailbox, report);
}

void show_standing(Page& page, const Turn& turn, const Mailbox& mailbox, const Own& own) {
    const content::Reply* const newest = mailbox.replies.empty() ? nullptr : &mailbox.replies.back().reply;
    const std::string status(name_of(newest == nullptr ? content::PublicStatus::received : newest->status));
    const std::vector<reporter::SentBefore> none;
    const auto& sent = own.ok() ? *own : none;
    const std::optional<Promise> promise = promise_of(mailbox, sent);
    const bool late = promise && promise->is_late(turn.gateway.today());
    Block out{"is_standing",
              {{"label", turn.say("case.status")}, {"text", turn.say("case.status." + status)}},
              {},
              {}};
    const auto line = [&](const char* name, const reporter::Words& values) {
        out.of.push_back({"line", {{"text", turn.say(name, values)}}, {}, {}});
    };
    if (const auto since = standing_since(mailbox, sent)) line("case.since", {{"date", since->print()}});
    line(("case.explain." + status).c_str(), {});
    for (const char* name : said_beside(mailbox, sent)) line(name, {});
    if (newest != nullptr && newest->due) line("case.due", {{"date", newest->due->print()}});
    if (promise && !late)
        line(newest == nullptr ? "case.first" : "case.look", {{"date", promise->by.print()}});
    if (const auto withdrawal = withdrawal_in(sent))
        line("withdraw.stands", {{"date", withdrawal->day.print()}});
    if (newest != nullptr) line("case.access", {});
    page.add(std::move(out));
    if (late) show_late(page, turn, *promise);
    if (!own.ok()) page.text(error_in_words(turn.words, own.error()), "careful");
}

}  // namespace parapet::plain
