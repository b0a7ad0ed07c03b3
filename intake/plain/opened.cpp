#include "intake/plain/opened.h"

#include "intake/plain/enter_page.h"
#include "intake/plain/remove_pages.h"

namespace parapet::plain {
namespace {

const Questionnaire* form_of(const Turn& turn, const std::vector<reporter::SentBefore>& sent) {
    if (sent.empty()) return nullptr;
    const auto* const report = std::get_if<content::Report>(&sent.front().own.said);
    if (report == nullptr) return nullptr;
    return turn.gateway.forms().find(reporter::FormName{report->form_id, report->form_version}.print());
}

}  // namespace

Result<keys::ReporterKeys> keys_behind(const Turn& turn) {
    TRY(const keys::Receipt receipt, keys::Receipt::read(view(turn.draft.opened)));
    return keys::ReporterKeys::derive(receipt, turn.office.root.deployment());
}

Result<Opened> open_case(Turn& turn) {
    TRY(keys::ReporterKeys reporter, keys_behind(turn));
    TRY(service::Client intake, turn.gateway.intake());
    TRY(reporter::Mailbox mailbox, reporter::look(intake, {turn.office, reporter}));
    if (mailbox.removed) return Error{Code::forbidden, "the access of this code was taken away"};
    if (!mailbox.held) return Error{Code::not_found, "nothing is held under this code"};
    turn.draft.next = mailbox.next_seq;
    return Opened{std::move(reporter), std::move(mailbox)};
}

Result<reporter::OwnSealed> report_behind(const Turn& turn, const Opened& opened) {
    TRY(service::Client intake, turn.gateway.intake());
    return reporter::own_sealed(intake, {turn.office, opened.reporter}, 0);
}

Result<OpenedWithOwn> open_case_with_own(Turn& turn) {
    TRY(Opened opened, open_case(turn));
    TRY(service::Client intake, turn.gateway.intake());
    TRY(auto sent, reporter::all_own(intake, {turn.office, opened.reporter}, opened.mailbox));
    const Questionnaire* const form = form_of(turn, sent);
    return OpenedWithOwn{std::move(opened), std::move(sent), form};
}

const Questionnaire* choices_of(const Turn& turn, const OpenedWithOwn& all) {
    if (all.form == nullptr || !all.form->after) return nullptr;
    return turn.gateway.forms().find(all.form->after->print());
}

std::string not_opened_page(Turn& turn, const Error& fault) {
    if (fault.code == Code::unreachable || fault.code == Code::unavailable)
        return enter_page(turn, turn.say("closed.offline"));
    if (fault.code == Code::forbidden) return removed_page(turn);
    if (fault.code != Code::not_found) return enter_page(turn, error_in_words(turn.words, fault));
    Page page = begin_page(turn, turn.say("case.nothing.title"));
    page.text(turn.say("case.nothing"), "lead");
    page.button(turn.say("page.back"), "enter", "first");
    return finish_page(turn, page, "nothing");
}

}  // namespace parapet::plain
