#include "intake/plain/case_pages.h"

#include "intake/client/standing.h"
#include "intake/client/tidy.h"
#include "intake/plain/file_fields.h"
#include "intake/plain/messages.h"
#include "intake/plain/questions.h"
#include "intake/plain/recused.h"
#include "intake/plain/saving.h"
#include "intake/plain/sealing.h"

namespace parapet::plain {
namespace {

using reporter::SentBefore;

std::string page_of(Turn& turn, const Opened& opened, const Notice& notice) {
    const auto report = report_behind(turn, opened);
    const Own own = own_of(turn, opened, report);
    const std::vector<SentBefore> none;
    tell_of(turn, out_of(turn, opened, own.ok() ? *own : none));
    Page page = begin_page(turn, turn.say("case.title"));
    if (!notice.sentence.empty() && notice.is_fault) page.alert(notice.sentence);
    if (!notice.sentence.empty() && !notice.is_fault) page.done(notice.sentence);
    if (notice.is_fault && files_were_chosen(turn)) page.text(turn.say("plain.files.again"), "careful");
    if (notice.files != nullptr) show_files(page, turn, *notice.files);
    show_standing(page, turn, opened.mailbox, own);
    show_messages(page, turn, opened.mailbox, own);
    if (reporter::newest_decision(opened.mailbox)) page.button(turn.say("decision.title"), "decision");
    page.heading(turn.say("case.write"));
    show_recusal(page, turn);
    page.add({"is_long",
              {{"label", turn.say("case.write.help")}, {"name", "write"}, {"value", turn.draft.unsent}},
              {},
              {}});
    show_file_fields(page, turn, turn.say("case.write.files"));
    page.button(turn.say("case.write.send"), "write", "first");
    show_filing(page, turn, reporter::proven_filing(turn.office, opened.mailbox, report));
    page.heading(turn.say("case.more"));
    page.button(turn.say("more.title"), "more");
    page.button(turn.say("choices.title"), "choices");
    page.button(turn.say("own.title"), "own");
    page.button(turn.say("remove.title"), "remove");
    page.button(turn.say("case.refresh"), "case");
    page.add({"is_leave", {{"text", turn.say("case.close")}}, {}, {}});
    return finish_page(turn, page, "case");
}

void show_own(Page& page, const Turn& turn, const OpenedWithOwn& all, const SentBefore& one) {
    page.heading(one.seq == 0 ? turn.say("own.report")
                              : turn.say("own.message", {{"n", std::to_string(one.seq)}}));
    const auto& answers =
        std::visit([](const auto& said) -> const content::Answers& { return said.answers; }, one.own.said);
    const auto& files = std::visit(
        [](const auto& said) -> const std::vector<content::Attachment>& { return said.attachments; },
        one.own.said);
    if (const auto* message = std::get_if<content::Message>(&one.own.said);
        message != nullptr && !message->text.empty())
        page.quoted(message->text);
    for (const Questionnaire* form : {all.form, choices_of(turn, all)})
        for (std::size_t i = 0; form != nullptr && i < form->sections.size(); ++i)
            show_answers(page, turn.words, form->id, form->sections[i].questions, answers);
    FilesToSeal shown;
    for (const content::Attachment& file : files) shown.told.push_back({file.name, file.size, ""});
    show_files(page, turn, shown);
}

}  // namespace

std::string case_page(Turn& turn) { return case_page(turn, {}); }

std::string case_page(Turn& turn, const Notice& notice) {
    const Result<Opened> opened = open_case(turn);
    if (!opened.ok()) return not_opened_page(turn, opened.error());
    return page_of(turn, *opened, notice);
}

void take_message(Turn& turn) { turn.draft.unsent = turn.came.one("write"); }

std::string write_page(Turn& turn) {
    Written written{.lang = turn.words.language(),
                    .text = reporter::tidy(turn.draft.unsent),
                    .answers = {},
                    .next = turn.draft.next,
                    .recusal = turn.draft.recusal};
    const auto receipt = keys::Receipt::read(view(turn.draft.opened));
    if (!receipt.ok()) return not_opened_page(turn, receipt.error());
    const FilesToSeal files = files_to_seal(turn.files, wish_of(turn), turn.words);
    std::string notes;
    for (const std::string& sentence : files.left_out) notes += " " + sentence;
    if (written.text.empty() && files.files.empty())
        return case_page(turn, {turn.say("tell.needed") + notes, true});
    if (!files.faults.empty()) return case_page(turn, {files.faults.front(), true});
    const keys::ReporterKeys reporter = keys::ReporterKeys::derive(*receipt, turn.office.root.deployment());
    const auto arrival = send_message({turn.gateway, turn.office, reporter}, written, files);
    if (!arrival.ok()) return case_page(turn, {error_in_words(turn.words, arrival.error()), true});
    if (*arrival == Arrival::unasked) return case_page(turn, {turn.say("recused.ask"), true});
    turn.draft.unsent.clear();
    const char* const said = *arrival == Arrival::before ? "plain.before" : "case.write.sent";
    return case_page(turn, {turn.say(said) + notes, false, &files});
}

std::string own_page(Turn& turn) {
    const auto all = open_case_with_own(turn);
    if (!all.ok()) return not_opened_page(turn, all.error());
    Page page = begin_page(turn, turn.say("own.title"));
    page.text(turn.say("plain.own"));
    page.button(turn.say("page.back"), "case");
    for (const SentBefore& one : all->sent) show_own(page, turn, *all, one);
    return finish_page(turn, page, "own");
}

}  // namespace parapet::plain
