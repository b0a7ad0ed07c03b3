#include "intake/plain/case_pages.h"

#include "intake/client/own.h"
#include "intake/client/tidy.h"
#include "intake/plain/questions.h"
#include "intake/plain/sealing.h"

namespace parapet::plain {
namespace {

using reporter::CheckedReply;
using reporter::Mailbox;
using reporter::OwnMessage;

// The code, derived and looked up.
struct Opened {
    keys::ReporterKeys reporter;
    Mailbox mailbox;
};

Result<Opened> open(const Turn& turn) {
    TRY(const keys::Receipt receipt, keys::Receipt::read(view(turn.draft.code)));
    keys::ReporterKeys reporter = keys::ReporterKeys::derive(receipt, turn.office.root.deployment());
    TRY(service::Client intake, turn.gateway.intake());
    TRY(Mailbox mailbox, reporter::look(intake, {turn.office, reporter}));
    return Opened{std::move(reporter), std::move(mailbox)};
}

std::string nothing_page(const Turn& turn) {
    Page page = begin_page(turn, turn.say("case.nothing.title"));
    page.text(turn.say("case.nothing"), "lead");
    page.button(turn.say("page.back"), "enter", "first");
    return finish_page(turn, page, "nothing");
}

void show_standing(Page& page, const Turn& turn, const Mailbox& mailbox) {
    if (mailbox.replies.empty()) {
        page.text(turn.say("case.none"), "lead");
        page.text(turn.say("case.none.when"));
        return;
    }
    const content::Reply& newest = mailbox.replies.back().reply;
    page.text(turn.say("case.status." + std::string(name_of(newest.status))), "lead");
    if (newest.due) page.text(turn.say("case.due", {{"date", newest.due->print()}}));
    const bool late = newest.look_again < turn.gateway.today();
    page.text(turn.say(late ? "case.late" : "case.look", {{"date", newest.look_again.print()}}),
              late ? "careful" : "");
}

void show_messages(Page& page, const Turn& turn, const Mailbox& mailbox) {
    for (std::size_t i = 0; i < mailbox.gaps.size(); ++i) page.text(turn.say("case.gap"), "careful");
    for (const reporter::RefusedReply& one : mailbox.refused)
        page.text(turn.say("case.bad", {{"code", std::string(one.fault.name())}}), "careful");
    if (!mailbox.replies.empty()) page.heading(turn.say("case.messages"));
    for (auto at = mailbox.replies.rbegin(); at != mailbox.replies.rend(); ++at) {
        page.add({"is_question", {{"text", turn.say("case.from", {{"label", at->author}})}}, {}, {}});
        page.text(turn.say("case.status." + std::string(name_of(at->reply.status))), "help");
        page.quoted(at->reply.text);
    }
}

struct Notice {
    std::string sentence;
    bool is_fault = false;
};

std::string show_case(const Turn& turn, const Mailbox& mailbox, const Notice& notice,
                      const std::string& unsent) {
    Page page = begin_page(turn, turn.say("case.title"));
    page.with_files();
    if (!notice.sentence.empty())
        page.add({notice.is_fault ? "is_alert" : "is_done", {{"text", notice.sentence}}, {}, {}});
    show_standing(page, turn, mailbox);
    show_messages(page, turn, mailbox);
    page.heading(turn.say("case.write"));
    page.add(
        {"is_long", {{"label", turn.say("case.write.help")}, {"name", "write"}, {"value", unsent}}, {}, {}});
    page.add(
        {"is_file", {{"label", turn.say("case.write.files")}, {"help", turn.say("plain.files")}}, {}, {}});
    page.button(turn.say("case.write.send"), "write", "first");
    page.heading(turn.say("case.more"));
    page.button(turn.say("own.title"), "own");
    page.button(turn.say("case.refresh"), "case");
    return finish_page(turn, page, "case");
}

void show_report(Page& page, const Turn& turn, const content::Report& report) {
    page.heading(turn.say("own.report"));
    const Questionnaire* form = turn.gateway.form(report.form_id);
    if (form == nullptr || form->version != report.form_version) return;
    for (const Section& section : form->sections)
        show_answers(page, {*form, section, turn.words}, report.answers);
}

void show_own(Page& page, const Turn& turn, std::uint32_t seq, const OwnMessage& own) {
    const std::vector<content::Attachment>* files = nullptr;
    if (const auto* report = std::get_if<content::Report>(&own.said)) {
        show_report(page, turn, *report);
        files = &report->attachments;
    } else {
        const auto& message = std::get<content::Message>(own.said);
        page.heading(turn.say("own.message", {{"n", std::to_string(seq)}}));
        page.quoted(message.text);
        files = &message.attachments;
    }
    std::vector<std::string> names;
    for (const content::Attachment& file : *files) names.push_back(file.name);
    if (!names.empty()) page.list(names);
}

Status show_all_own(Page& page, const Turn& turn) {
    TRY(const Opened opened, open(turn));
    TRY(service::Client intake, turn.gateway.intake());
    for (std::uint32_t seq = 0; seq < opened.mailbox.next_seq; ++seq) {
        const Result<OwnMessage> own = reporter::own_message(intake, {turn.office, opened.reporter}, seq);
        if (!own.ok() && own.error().code == Code::not_found) continue;
        if (!own.ok()) return own.error();
        show_own(page, turn, seq, *own);
    }
    return Done{};
}

}  // namespace

std::string enter_page(const Turn& turn, std::string fault) {
    Page page = begin_page(turn, turn.say("enter.title"));
    Block code{"is_short",
               {{"label", turn.say("enter.title")}, {"name", "typed"}, {"help", turn.say("enter.intro")}},
               {"digits"},
               {}};
    if (!fault.empty()) code.texts["fault"] = std::move(fault);
    page.add(std::move(code));
    page.button(turn.say("enter.open"), "case", "first");
    page.button(turn.say("page.back"), "start");
    return finish_page(turn, page, "enter");
}

std::string case_page(Turn& turn) {
    if (turn.came.has("typed")) {
        turn.draft = {};
        turn.draft.code = turn.came.one("typed");
    }
    const Result<Opened> opened = open(turn);
    if (!opened.ok()) {
        turn.draft.code.clear();
        return enter_page(turn, fault_in_words(turn.words, opened.error()));
    }
    if (!opened->mailbox.held) {
        turn.draft.code.clear();
        return nothing_page(turn);
    }
    return show_case(turn, opened->mailbox, {}, turn.came.one("write"));
}

std::string write_page(Turn& turn) {
    Result<Opened> opened = open(turn);
    if (!opened.ok()) return enter_page(turn, fault_in_words(turn.words, opened.error()));
    content::Message message;
    message.lang = turn.words.language();
    message.text = reporter::tidy(turn.came.one("write"));
    const std::string unsent = message.text;
    const auto refused = [&](const std::string& sentence) {
        return show_case(turn, opened->mailbox, {sentence, true}, unsent);
    };
    if (message.text.empty() && turn.files.empty()) return refused(turn.say("tell.needed"));
    const Result<FilesToSeal> files = files_to_seal(turn.files, turn.words);
    if (!files.ok())
        return refused(turn.say(files.error().code == Code::too_large ? "files.many" : "files.damaged"));
    const Status sent = send_message(turn.gateway, turn.office, opened->reporter, opened->mailbox,
                                     std::move(message), {}, *files);
    // Taken by another message in the meantime, from another place with this code.
    if (!sent.ok() && sent.error().code == Code::duplicate) return refused(turn.say("tabs.changed"));
    if (!sent.ok()) return refused(fault_in_words(turn.words, sent.error()));
    return show_case(turn, opened->mailbox, {turn.say("case.write.sent"), false}, {});
}

std::string own_page(Turn& turn) {
    Page page = begin_page(turn, turn.say("own.title"));
    page.button(turn.say("page.back"), "case", "first");
    if (const Status shown = show_all_own(page, turn); !shown.ok())
        page.add({"is_alert", {{"text", fault_in_words(turn.words, shown.error())}}, {}, {}});
    return finish_page(turn, page, "own");
}

}  // namespace parapet::plain
