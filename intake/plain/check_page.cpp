#include "intake/plain/check_page.h"

#include <algorithm>

#include "intake/client/answers.h"
#include "intake/plain/section_pages.h"
#include "intake/plain/start_pages.h"

namespace parapet::plain {
namespace {

using reporter::Part;

// Beside the answers a report holds names of files and their keys; 1 MiB in all (crypto/SPEC.md section 4).
constexpr std::size_t kMostAnswers = 960 * 1024;

bool is_too_long(const Questionnaire& form, const Values& values) {
    const auto json = content::write_answers(answers_of(form, values));
    return !json.ok() || json->reveal().size() > kMostAnswers;
}

void show_section(Page& page, const Turn& turn, const Section& section, const content::Answers& answers) {
    const std::string title = title_of(turn, section);
    page.heading(title);
    show_answers(page, turn.words, turn.form()->id, section.questions, answers);
    page.button(turn.say("check.change") + ": " + title, "section:" + section.id, "second small");
}

std::string page_with(const Turn& turn, const std::string& alert) {
    const Questionnaire& form = *turn.form();
    const Values& values = turn.draft.values();
    Page page = begin_page(turn, turn.say("check.title"));
    if (!alert.empty()) page.alert(alert);
    page.heading(turn.say("check.readers"));
    page.people(people_of(turn, Those::who_read));
    show_recovery(page, turn);
    if (!turn.draft.left_out.empty()) {
        page.heading(turn.say("check.left"));
        page.people(people_of(turn, Those::left_out));
    }
    page.button(turn.say("check.change") + ": " + turn.say("check.readers"), "people", "second small");
    const content::Answers answers = answers_of(form, values);
    for (const Section* section : sections_asked(form, Part::first, values))
        show_section(page, turn, *section, answers);
    if (confided(turn)) page.text(turn.say("check.identity"));
    if (!confided(turn) && identity_of(form, values)) page.text(turn.say("identity.lost"), "careful");
    const std::vector<const Section*> later = sections_asked(form, Part::later, values);
    for (const Section* section : later)
        if (section_answered(*section, values)) show_section(page, turn, *section, answers);
    page.heading(turn.say("check.files"));
    page.text(turn.say("plain.files.when"));
    page.button(turn.say("check.next"), "code", "first");
    const auto is_open = [&](const Section* section) { return !section_answered(*section, values); };
    if (std::ranges::any_of(later, is_open)) page.text(turn.say("check.more"), "careful");
    for (const Section* section : later)
        if (is_open(section)) page.button(title_of(turn, *section), "section:" + section->id);
    page.button(turn.say("page.back"), "people");
    return finish_page(turn, page, "check");
}

}  // namespace

std::optional<content::GivenIdentity> confided(const Turn& turn) {
    if (names_now(turn) != Names::kept) return std::nullopt;
    return identity_of(*turn.form(), turn.draft.values());
}

std::string check_page(Turn& turn) { return page_with(turn, {}); }

std::optional<std::string> what_is_missing(Turn& turn) {
    const Questionnaire& form = *turn.form();
    const Values& values = turn.draft.values();
    for (const Part part : {Part::first, Part::later})
        for (const Section* section : sections_asked(form, part, values)) {
            if (part == Part::later && !section_answered(*section, values)) continue;
            if (!faults_in(section->questions, values, names_now(turn)).empty())
                return section_page_with_faults(turn, *section);
        }
    if (people_of(turn, Those::who_read).empty()) return after_people(turn);
    if (is_too_long(form, values)) return page_with(turn, turn.say("tell.long"));
    return std::nullopt;
}

}  // namespace parapet::plain
