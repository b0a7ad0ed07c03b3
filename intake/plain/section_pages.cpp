#include "intake/plain/section_pages.h"

#include <algorithm>

#include "intake/plain/check_page.h"
#include "intake/plain/start_pages.h"

namespace parapet::plain {
namespace {

using reporter::Part;

constexpr const char* kOn = "next";  // the button that goes on, and what Enter presses

std::string page_of(const Turn& turn, const Section& section, const std::vector<FaultAt>& faults) {
    const bool first = section.part == Part::first;
    const std::vector<const Section*> all = sections_asked(*turn.form(), Part::first, turn.draft.values());
    const auto at = std::ranges::find(all, &section);
    Page page = begin_page(turn, title_of(turn, section));
    if (first && at != all.end())
        page.text(turn.say("form.now", {{"n", std::to_string(at - all.begin() + 1)},
                                        {"all", std::to_string(all.size())}}),
                  "help");
    page.text(turn.say("form.skip"), "help");
    if (first && at == all.begin())
        page.careful({turn.say("start.safe.details"), turn.say("start.safe.few")});
    show_questions(page, asked_in(turn, section), turn.draft.values(), faults);
    page.button(turn.say(first ? "tell.next" : "more.done"), kOn, "first");
    page.button(turn.say("page.back"), "back");
    return finish_page(turn, page, "section:" + section.id);
}

// The one after this, or before it; from before the first to after the last.
std::string neighbour(Turn& turn, const Section& section, int step) {
    const std::vector<const Section*> all = sections_asked(*turn.form(), Part::first, turn.draft.values());
    const std::ptrdiff_t n = std::ranges::find(all, &section) - all.begin() + step;
    if (n < 0) return people_page(turn);
    if (n >= std::ssize(all)) return check_page(turn);
    return page_of(turn, *all[static_cast<std::size_t>(n)], {});
}

}  // namespace

const Section* find_section(const Turn& turn, std::string_view id) {
    const Questionnaire* const form = turn.form();
    if (form == nullptr) return nullptr;
    const auto at = std::ranges::find(form->sections, id, &Section::id);
    return at == form->sections.end() ? nullptr : &*at;
}

std::string title_of(const Turn& turn, const Section& section) {
    return turn.say("form." + turn.form()->id + ".section." + section.id);
}

// Behind a code it was worked out when the case was opened, from whom its report left out.
Names names_now(const Turn& turn) {
    return turn.draft.names.value_or(reporter::names_of(turn.office.roster, turn.draft.left_out));
}

Asked asked_in(const Turn& turn, const Section& section) {
    return {*turn.form(), section, turn.words, names_now(turn)};
}

std::string first_section(Turn& turn) {
    const auto all = sections_asked(*turn.form(), Part::first, turn.draft.values());
    return all.empty() ? check_page(turn) : page_of(turn, *all.front(), {});
}

std::string section_page(Turn& turn, std::string_view id) {
    const Section* const section = find_section(turn, id);
    return section == nullptr ? start_page(turn) : page_of(turn, *section, {});
}

std::string section_page_with_faults(Turn& turn, const Section& section) {
    return page_of(turn, section, faults_in(section.questions, turn.draft.values(), names_now(turn)));
}

void take_section(Turn& turn, std::string_view id) {
    if (const Section* section = find_section(turn, id); section != nullptr)
        take_answers(asked_in(turn, *section), turn.came, turn.draft.values());
}

std::string after_section(Turn& turn, std::string_view id, std::string_view button) {
    const Section* const section = find_section(turn, id);
    if (section == nullptr) return start_page(turn);
    const Asked asked = asked_in(turn, *section);
    const bool first = section->part == Part::first;
    if (button == "back") return first ? neighbour(turn, *section, -1) : check_page(turn);
    if (change_list(asked, button, turn.draft.values()) || button != kOn) return page_of(turn, *section, {});
    auto faults = faults_in(section->questions, turn.draft.values(), asked.names);
    if (!faults.empty()) return page_of(turn, *section, faults);
    if (asks_more(asked, turn.came, turn.draft.values())) return page_of(turn, *section, {});
    return first ? neighbour(turn, *section, 1) : check_page(turn);
}

}  // namespace parapet::plain
