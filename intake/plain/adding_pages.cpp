#include "intake/plain/adding_pages.h"

#include <algorithm>

#include "intake/client/answers.h"
#include "intake/client/standing.h"
#include "intake/plain/case_pages.h"
#include "intake/plain/check_page.h"
#include "intake/plain/recused.h"
#include "intake/plain/sealing.h"
#include "intake/plain/section_pages.h"

namespace parapet::plain {
namespace {

constexpr const char* kSend = "next";  // the button of what is added, and what Enter presses
// That the decision was read is said beside it, of the one that the page shows.
constexpr const char* kElsewhere = "read";

bool asks_for_a_name(const Section& section) {
    return std::ranges::any_of(section.questions, &Question::into_identity);
}

bool is_choice(const Section& section) { return section.part == reporter::Part::after; }

std::string adding_page(const Turn& turn, const Section& section, const std::vector<FaultAt>& faults,
                        const std::string& alert = {}) {
    Page page = begin_page(turn, title_of(turn, section));
    if (!alert.empty()) page.alert(alert);
    show_questions(page, asked_in(turn, section), turn.draft.values(), faults);
    if (!section.to_alternates) show_recusal(page, turn);
    page.button(turn.say("more.send"), kSend, "first");
    page.button(turn.say("page.back"), is_choice(section) ? "choices" : "more");
    return finish_page(turn, page, "adding:" + section.id);
}

void show_choice(Page& page, const Turn& turn, const Section& section, const OpenedWithOwn& all,
                 const std::vector<const verify::Member*>& alternates) {
    const std::string title = title_of(turn, section);
    const auto closed = [&](const std::string& why) {
        page.heading(title);
        page.text(turn.say(why), "help");
    };
    const reporter::Mailbox& mailbox = all.opened.mailbox;
    if (!is_offered(section, mailbox, all.sent, turn.gateway.today())) {
        const bool decision = section.offer == reporter::Offer::decision;
        closed(decision ? "choices.when.decision" : "choices.when.long-silence");
        const auto promise = decision ? std::nullopt : reporter::promise_of(mailbox, all.sent);
        if (promise) page.text(turn.say("choices.from", {{"date", promise->second_look_from.print()}}));
        return;
    }
    if (section.to_alternates && alternates.empty()) return closed("choices.nobody_else");
    page.button(title, "adding:" + section.id);
    if (section.to_alternates) show_only_readers(page, turn, alternates);
}

// Consents given with the report, and what was decided since.
void show_so_far(Page& page, const Turn& turn, const OpenedWithOwn& all, const Questionnaire& choices) {
    const content::Answers answers = newest_answers(all.sent);
    std::vector<Question> consents;
    for (const Section& section : all.form->sections)
        std::ranges::copy_if(section.questions, std::back_inserter(consents), [](const Question& question) {
            return question.id == "may_speak" || question.id == "pass_on";
        });
    const auto is_answered = [&](const Question& question) { return answers.contains(question.id); };
    const bool decided = std::ranges::any_of(choices.sections, [&](const Section& section) {
        return std::ranges::any_of(section.questions, is_answered);
    });
    if (!decided && !std::ranges::any_of(consents, is_answered)) return;
    page.heading(turn.say("choices.so_far"));
    show_answers(page, turn.words, all.form->id, consents, answers);
    for (const Section& section : choices.sections)
        show_answers(page, turn.words, choices.id, section.questions, answers);
}

// Somebody left the case while this was written.
std::string ask_first(Turn& turn, const Section& section) {
    const auto all = open_case_with_own(turn);
    if (!all.ok()) return not_opened_page(turn, all.error());
    tell_of(turn, out_of(turn, all->opened, all->sent));
    return adding_page(turn, section, {}, turn.say("recused.ask"));
}

std::string send_added(Turn& turn, const Section& section, content::Answers answers) {
    const auto reporter = keys_behind(turn);
    if (!reporter.ok()) return not_opened_page(turn, reporter.error());
    const Written written{.lang = turn.words.language(),
                          .text = {},
                          .answers = std::move(answers),
                          .identity = asks_for_a_name(section) ? confided(turn) : std::nullopt,
                          .to_alternates = section.to_alternates,
                          .next = turn.draft.next,
                          .recusal = turn.draft.recusal};
    const auto arrival = send_message({turn.gateway, turn.office, *reporter}, written, {});
    if (!arrival.ok()) return adding_page(turn, section, {}, error_in_words(turn.words, arrival.error()));
    if (*arrival == Arrival::unasked) return ask_first(turn, section);
    for (const Question& question : section.questions) turn.draft.values().erase(question.id);
    return case_page(turn, {turn.say(*arrival == Arrival::before ? "plain.before" : "case.write.sent")});
}

}  // namespace

std::string more_page(Turn& turn) {
    const auto all = open_case_with_own(turn);
    if (!all.ok()) return not_opened_page(turn, all.error());
    if (all->form == nullptr) return case_page(turn);
    const reporter::OutOfCase out = out_of(turn, all->opened, all->sent);
    tell_of(turn, out);
    turn.draft.form = all->form->name().print();
    turn.draft.names = reporter::names_of(turn.office.roster, out.excluded(/*keep=*/false));
    Page page = begin_page(turn, turn.say("more.title"));
    page.text(turn.say("more.intro"));
    for (const Section& section : all->form->sections)
        page.button(title_of(turn, section), "adding:" + section.id);
    page.button(turn.say("page.back"), "case");
    return finish_page(turn, page, "more");
}

const Questionnaire* begin_choices(Turn& turn, const OpenedWithOwn& all) {
    const Questionnaire* const choices = choices_of(turn, all);
    if (choices == nullptr) return nullptr;
    turn.draft.form = choices->name().print();
    turn.draft.names = Names::none;
    return choices;
}

std::vector<const verify::Member*> alternates_of(const Turn& turn, const OpenedWithOwn& all) {
    return alternates(turn.office, out_of(turn, all.opened, all.sent).excluded(/*keep=*/false));
}

void show_only_readers(Page& page, const Turn& turn, const std::vector<const verify::Member*>& readers) {
    page.text(turn.say("choices.only"), "help");
    std::vector<Named> names;
    names.reserve(readers.size());
    for (const verify::Member* member : readers) names.push_back(reporter::named(turn.words, *member));
    page.people(names);
}

std::string choices_page(Turn& turn) {
    const auto all = open_case_with_own(turn);
    if (!all.ok()) return not_opened_page(turn, all.error());
    const Questionnaire* const choices = begin_choices(turn, *all);
    if (choices == nullptr) return case_page(turn);
    tell_of(turn, out_of(turn, all->opened, all->sent));
    const std::vector<const verify::Member*> others = alternates_of(turn, *all);
    Page page = begin_page(turn, turn.say("choices.title"));
    page.text(turn.say("choices.intro"));
    for (const Section& section : choices->sections)
        if (section.id != kElsewhere) show_choice(page, turn, section, *all, others);
    show_so_far(page, turn, *all, *choices);
    page.button(turn.say("page.back"), "case");
    return finish_page(turn, page, "choices");
}

std::string adding_page(Turn& turn, std::string_view id) {
    const Section* const section = find_section(turn, id);
    return section == nullptr ? case_page(turn) : adding_page(turn, *section, {});
}

std::string after_adding(Turn& turn, std::string_view id, std::string_view button) {
    const Section* const section = find_section(turn, id);
    if (section == nullptr) return case_page(turn);
    if (button == "more") return more_page(turn);
    if (button == "choices") return choices_page(turn);
    const Asked asked = asked_in(turn, *section);
    Values& values = turn.draft.values();
    // Nothing is sent but by the button that says so.
    if (change_list(asked, button, values) || button != kSend) return adding_page(turn, *section, {});
    const auto faults = faults_in(section->questions, values, asked.names);
    if (!faults.empty()) return adding_page(turn, *section, faults);
    if (asks_more(asked, turn.came, values)) return adding_page(turn, *section, {});
    content::Answers answers = section_answers(*section, values);
    if (answers.empty()) return adding_page(turn, *section, {}, turn.say("more.none"));
    return send_added(turn, *section, std::move(answers));
}

}  // namespace parapet::plain
