#include "intake/plain/send_pages.h"

#include "intake/client/answers.h"
#include "intake/plain/check_page.h"
#include "intake/plain/code_pages.h"
#include "intake/plain/file_fields.h"
#include "intake/plain/sealing.h"
#include "intake/plain/start_pages.h"

namespace parapet::plain {
namespace {

constexpr std::int32_t kDaysToAnswer = 7;

// What kept the report from going out: nothing yet, when the page is seen for the first time.
std::string last_page(const Turn& turn, const std::vector<std::string>& faults) {
    Page page = begin_page(turn, turn.say(faults.empty() ? "files.title" : "sending.stopped.title"));
    for (const std::string& fault : faults) page.alert(fault);
    if (!faults.empty() && !turn.files.empty()) page.text(turn.say("plain.files.again"), "careful");
    show_file_fields(page, turn, turn.say("files.choose"));
    page.button(turn.say("code.ask.send"), "send", "first");
    page.button(turn.say("page.back"), "check");
    return finish_page(turn, page, "files");
}

// Under this code a report lies that says something else: sent from this page before, then changed.
std::string go_on_in_case(Turn& turn) {
    turn.draft.forget_additions();
    turn.draft.make_additions_of_report();
    turn.draft.opened = turn.draft.code;
    return held_page(turn);
}

std::string page_of_sent(const Turn& turn, const FilesToSeal& files) {
    Page page = begin_page(turn, turn.say("sent.title"));
    page.text(turn.say("sent.next", {{"date", turn.gateway.today().plus(kDaysToAnswer).print()}}), "lead");
    for (const std::string& sentence : files.left_out) page.text(sentence, "careful");
    page.heading(turn.say("sent.what"));
    page.list({turn.say("sent.text")});
    show_files(page, turn, files);
    page.text(turn.say("sent.quiet"), "careful");
    page.text(turn.say("sent.code"));
    page.button(turn.say("enter.open"), "case", "first");
    page.button(turn.say("sent.code.show"), "shown");
    page.add({"is_leave", {{"text", turn.say("sent.done")}}, {}, {}});
    return finish_page(turn, page, "sent");
}

content::Report report_of(const Turn& turn) {
    const Questionnaire& form = *turn.form();
    content::Report out;
    out.lang = turn.words.language();
    out.form_id = form.id;
    out.form_version = form.version;
    out.answers = answers_of(form, turn.draft.values());
    out.exclude = turn.draft.left_out;
    return out;
}

}  // namespace

std::string files_page(Turn& turn) {
    if (turn.form() == nullptr) return start_page(turn);
    return last_page(turn, {});
}

std::string send_page(Turn& turn) {
    const auto receipt = keys::Receipt::read(view(turn.draft.code));
    if (turn.form() == nullptr || !receipt.ok()) return code_page(turn);
    if (auto missing = what_is_missing(turn)) return std::move(*missing);
    const FilesToSeal files = files_to_seal(turn.files, wish_of(turn), turn.words);
    if (!files.faults.empty()) return last_page(turn, files.faults);
    const keys::ReporterKeys reporter = keys::ReporterKeys::derive(*receipt, turn.office.root.deployment());
    const auto arrival = send_report({turn.gateway, turn.office, reporter}, report_of(turn),
                                     content::Identity{confided(turn)}, files);
    if (!arrival.ok()) return last_page(turn, {error_in_words(turn.words, arrival.error())});
    if (*arrival == Arrival::other_held) return go_on_in_case(turn);
    std::string code = std::move(turn.draft.code);
    turn.draft = {};
    turn.draft.opened = std::move(code);
    turn.draft.next = 1;
    for (const seal::FileToSeal& file : files.files)
        turn.draft.sent.push_back({file.name, file.source->size()});
    return page_of_sent(turn, files);
}

std::string held_page(Turn& turn) {
    if (turn.draft.opened.empty()) return start_page(turn);
    Page page = begin_page(turn, turn.say("plain.held.title"));
    page.text(turn.say("plain.held"), "careful");
    page.button(turn.say("enter.open"), "case", "first");
    page.button(turn.say("page.back"), "check");
    return finish_page(turn, page, "held");
}

// Read in another language: of the files their names and sizes are left.
std::string sent_page(Turn& turn) {
    if (turn.draft.opened.empty()) return start_page(turn);
    FilesToSeal files;
    for (const SentFile& file : turn.draft.sent) files.told.push_back({file.name, file.size, ""});
    return page_of_sent(turn, files);
}

}  // namespace parapet::plain
