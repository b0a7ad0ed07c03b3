#include "intake/plain/report_pages.h"

#include <algorithm>

#include "crypto/verify/custodians.h"
#include "intake/client/answers.h"
#include "intake/plain/digits.h"
#include "intake/plain/questions.h"
#include "intake/plain/sealing.h"

namespace parapet::plain {
namespace {

using reporter::Part;

constexpr std::int32_t kDaysToAnswer = 7;

std::vector<std::string> labels(const Office& office, const std::set<PersonId>& left_out,
                                bool those_left_out) {
    std::vector<std::string> out;
    std::vector<const verify::Member*> all = office.readers();
    if (those_left_out) std::ranges::copy(office.keepers(), std::back_inserter(all));
    for (const verify::Member* member : all)
        if (left_out.contains(member->person) == those_left_out) out.push_back(member->label);
    return out;
}

Block ticks(const Turn& turn, const char* label, const std::vector<const verify::Member*>& members) {
    Block group{"is_choice", {{"label", turn.say(label)}, {"name", "person"}}, {}, {}};
    for (const verify::Member* member : members) {
        Block tick{"checkbox",
                   {{"type", "checkbox"},
                    {"name", "person"},
                    {"value", to_hex(member->person)},
                    {"text", member->label}},
                   {},
                   {}};
        if (turn.draft.left_out.contains(member->person)) tick.flags.insert("checked");
        group.of.push_back(std::move(tick));
    }
    return group;
}

// Nothing while too few keepers are left, whatever was typed before.
std::optional<content::GivenIdentity> confided(const Turn& turn, const Questionnaire& form) {
    if (!verify::keeps_names(turn.office.roster, turn.draft.left_out)) return std::nullopt;
    return reporter::identity_of(form, turn.draft.values);
}

Asked asked_now(const Turn& turn, const Questionnaire& form, const Section& section) {
    return {form, section, turn.words, names_of(turn.office.roster, turn.draft.left_out)};
}

std::vector<const Section*> asked(const Questionnaire& form, Part part, const Values& values) {
    std::vector<const Section*> out;
    for (const Section& section : form.sections)
        if (section.part == part && met(section.when, values)) out.push_back(&section);
    return out;
}

std::string section_page(const Turn& turn, const Section& section, const Faults& faults) {
    const Questionnaire& form = *turn.gateway.form(turn.draft.form);
    const bool first = section.part == Part::first;
    const std::vector<const Section*> all = asked(form, Part::first, turn.draft.values);
    const auto at = std::ranges::find(all, &section);
    Page page = begin_page(turn, turn.say("form." + form.id + ".section." + section.id));
    if (first && at != all.end())
        page.text(turn.say("form.now", {{"n", std::to_string(at - all.begin() + 1)},
                                        {"all", std::to_string(all.size())}}),
                  "help");
    page.text(turn.say("form.skip"), "help");
    if (!faults.empty()) page.add({"is_alert", {{"text", turn.say("plain.look")}}, {}, {}});
    show_questions(page, asked_now(turn, form, section), turn.draft.values, faults);
    page.button(turn.say(first ? "tell.next" : "more.done"), "next", "first");
    page.button(turn.say("page.back"), "back");
    return finish_page(turn, page, "section:" + section.id);
}

const Section* find(const Questionnaire& form, std::string_view id) {
    const auto at = std::ranges::find(form.sections, id, &Section::id);
    return at == form.sections.end() ? nullptr : &*at;
}

std::string next_section(const Turn& turn, const Section* from, int step) {
    const std::vector<const Section*> all =
        asked(*turn.gateway.form(turn.draft.form), Part::first, turn.draft.values);
    const auto at = from == nullptr ? all.end() : std::ranges::find(all, from);
    const std::ptrdiff_t n = (at == all.end() ? -1 : at - all.begin()) + step;
    if (n < 0) return people_page(turn);
    if (n >= std::ssize(all)) return check_page(turn);
    return section_page(turn, *all[static_cast<std::size_t>(n)], {});
}

std::vector<std::string> groups_of(std::string_view code) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i + 4 <= code.size(); i += 4) out.emplace_back(code.substr(i, 4));
    return out;
}

// Which two groups are asked back: from the code itself, so that the same page asks for the same two.
std::pair<std::size_t, std::size_t> asked_groups(std::string_view code) {
    const std::size_t first = code.size() < 32 ? 0 : static_cast<std::size_t>(code[30] - '0') % 4;
    const std::size_t second = code.size() < 32 ? 4 : 4 + static_cast<std::size_t>(code[31] - '0') % 4;
    return {first, second};
}

void show_code(const Turn& turn, Page& page) {
    Block code{"is_code", {{"label", turn.say("code.label")}}, {}, {}};
    for (std::string& group : groups_of(turn.draft.code))
        code.of.push_back({"group", {{"text", std::move(group)}}, {}, {}});
    page.add(std::move(code));
    page.text(turn.say("code.keep"), "careful");
}

std::string sent_page(Turn& turn, const FilesToSeal& files) {
    Page page = begin_page(turn, turn.say("sent.title"));
    page.text(turn.say("sent.next", {{"date", turn.gateway.today().plus(kDaysToAnswer).print()}}), "lead");
    page.heading(turn.say("sent.what"));
    std::vector<std::string> what{turn.say("sent.text")};
    what.insert(what.end(), files.said.begin(), files.said.end());
    page.list(what);
    page.text(turn.say("sent.code"), "careful");
    page.button(turn.say("enter.open"), "case", "first");
    page.button(turn.say("sent.code.show"), "shown");
    turn.draft.values.clear();
    return finish_page(turn, page, "sent");
}

}  // namespace

std::string start_page(const Turn& turn) {
    Page page = begin_page(turn, turn.say("start.title"));
    for (const Catalogue& other : turn.gateway.offered().languages)
        if (other.language() != turn.words.language())
            page.add(
                {"is_language",
                 {{"text", other.name()}, {"to", "lang:" + other.language()}, {"lang", other.language()}},
                 {},
                 {}});
    page.text(turn.say("start.intro"), "lead");
    page.add({"is_alert", {{"text", turn.say("plain.seen")}}, {}, {}});
    page.text(turn.say("start.readers"));
    page.list(labels(turn.office, {}, false));
    page.heading(turn.say("start.safe"));
    page.list({turn.say("start.safe.device"), turn.say("start.safe.details")});
    page.heading(turn.say("start.choose"));
    page.text(turn.say("start.promise"));
    if (turn.office.roster.accept(turn.gateway.today(), 0).ok())
        for (const std::string& id : turn.gateway.offered().order)
            page.button(turn.say("form." + id), "form:" + id, "first", turn.say("form." + id + ".lead"));
    else
        page.add({"is_alert", {{"text", turn.say("closed.expired")}}, {}, {}});
    page.button(turn.say("start.code"), "enter");
    page.add({"is_latin",
              {{"text", turn.say("start.fingerprint")}, {"value", turn.office.root.fingerprint().print()}},
              {},
              {}});
    return finish_page(turn, page, "start");
}

std::string people_page(const Turn& turn, bool nobody_left) {
    Page page = begin_page(turn, turn.say("people.title"));
    Block readers = ticks(turn, "people.intro", turn.office.readers());
    if (nobody_left) readers.texts["fault"] = turn.say("people.all");
    page.add(std::move(readers));
    const std::vector<const verify::Member*> keepers = turn.office.keepers();
    if (!keepers.empty()) page.add(ticks(turn, "people.keepers", keepers));
    page.button(turn.say("people.next"), "next", "first");
    page.button(turn.say("page.back"), "start");
    return finish_page(turn, page, "people");
}

std::string after_people(Turn& turn, std::string_view button) {
    if (turn.gateway.form(turn.draft.form) == nullptr) return start_page(turn);
    turn.draft.left_out.clear();
    for (const std::string& hex : turn.came.all("person"))
        if (const auto person = fixed_from_hex<PersonId>(hex); person.ok())
            turn.draft.left_out.insert(*person);
    if (button == "start") return start_page(turn);
    if (labels(turn.office, turn.draft.left_out, false).empty()) return people_page(turn, true);
    return next_section(turn, nullptr, 1);
}

std::string after_section(Turn& turn, std::string_view at, std::string_view button) {
    const Questionnaire* form = turn.gateway.form(turn.draft.form);
    const Section* section = form == nullptr ? nullptr : find(*form, at);
    if (section == nullptr) return start_page(turn);
    const Asked what = asked_now(turn, *form, *section);
    take_answers(what, turn.came, turn.draft.values);
    if (add_entry(what, button, turn.draft.values)) return section_page(turn, *section, {});
    const bool later = section->part != Part::first;
    if (button == "back") return later ? check_page(turn) : next_section(turn, section, -1);
    if (Faults faults = faults_in(what, turn.draft.values); !faults.empty())
        return section_page(turn, *section, faults);
    if (asks_more(what, turn.came, turn.draft.values)) return section_page(turn, *section, {});
    return later ? check_page(turn) : next_section(turn, section, 1);
}

std::string open_section(const Turn& turn, std::string_view id) {
    if (id == "people") return people_page(turn);
    const Questionnaire* form = turn.gateway.form(turn.draft.form);
    const Section* section = form == nullptr ? nullptr : find(*form, id);
    return section == nullptr ? start_page(turn) : section_page(turn, *section, {});
}

std::string check_page(const Turn& turn) {
    const Questionnaire& form = *turn.gateway.form(turn.draft.form);
    const Values& values = turn.draft.values;
    const auto title = [&](const Section& section) {
        return turn.say("form." + form.id + ".section." + section.id);
    };
    const content::Answers answers = answers_of(form, values);
    Page page = begin_page(turn, turn.say("check.title"));
    page.heading(turn.say("check.readers"));
    page.list(labels(turn.office, turn.draft.left_out, false));
    if (!turn.draft.left_out.empty()) {
        page.heading(turn.say("check.left"));
        page.list(labels(turn.office, turn.draft.left_out, true));
    }
    page.button(turn.say("check.next"), "code", "first");
    page.button(turn.say("check.change") + ": " + turn.say("check.readers"), "open:people");
    const std::vector<const Section*> later = asked(form, Part::later, values);
    for (const Section& section : form.sections) {
        if (section.part == Part::after || !met(section.when, values)) continue;
        if (section.part == Part::later && !section_answered(section, values)) continue;
        page.heading(title(section));
        show_answers(page, {form, section, turn.words}, answers);
        if (section.id == "identity" && confided(turn, form)) page.text(turn.say("check.identity"));
        page.button(turn.say("check.change") + ": " + title(section), "open:" + section.id);
    }
    const auto is_open = [&](const Section* section) { return !section_answered(*section, values); };
    if (std::ranges::any_of(later, is_open)) page.text(turn.say("check.more"));
    for (const Section* section : later)
        if (is_open(section)) page.button(title(*section), "open:" + section->id);
    return finish_page(turn, page, "check");
}

std::string code_page(Turn& turn) {
    if (turn.gateway.form(turn.draft.form) == nullptr) return start_page(turn);
    if (turn.draft.code.empty()) {
        const keys::Receipt receipt = keys::Receipt::generate(turn.gateway.random());
        turn.draft.code = std::string(text(receipt.reveal()));
    }
    Page page = begin_page(turn, turn.say("code.title"));
    page.text(turn.say("code.intro"), "lead");
    show_code(turn, page);
    page.button(turn.say("code.written"), "ask", "first");
    page.button(turn.say("page.back"), "check");
    return finish_page(turn, page, "code");
}

std::string code_once_more_page(Turn& turn) {
    if (turn.draft.code.empty()) return start_page(turn);
    Page page = begin_page(turn, turn.say("code.title"));
    show_code(turn, page);
    page.button(turn.say("enter.open"), "case", "first");
    return finish_page(turn, page, "shown");
}

std::string ask_page(const Turn& turn, std::string fault) {
    const auto [first, second] = asked_groups(turn.draft.code);
    Page page = begin_page(turn, turn.say("code.ask.title"));
    page.with_files();
    page.text(turn.say("code.ask.intro"));
    if (!fault.empty()) page.add({"is_alert", {{"text", std::move(fault)}}, {}, {}});
    for (const auto& [name, n] : {std::pair{"group.a", first}, {"group.b", second}})
        page.add({"is_short",
                  {{"name", name}, {"label", turn.say("code.group", {{"n", std::to_string(n + 1)}})}},
                  {"digits"},
                  {}});
    page.add({"is_file", {{"label", turn.say("files.title")}, {"help", turn.say("plain.files")}}, {}, {}});
    page.button(turn.say("code.ask.send"), "send", "first");
    page.button(turn.say("code.ask.show"), "code");
    return finish_page(turn, page, "ask");
}

std::string send_page(Turn& turn) {
    const Questionnaire* form = turn.gateway.form(turn.draft.form);
    const auto receipt = keys::Receipt::read(view(turn.draft.code));
    if (form == nullptr || !receipt.ok()) return start_page(turn);
    const std::vector<std::string> groups = groups_of(turn.draft.code);
    const auto [first, second] = asked_groups(turn.draft.code);
    if (latin_digits(turn.came.one("group.a")) != groups[first] ||
        latin_digits(turn.came.one("group.b")) != groups[second])
        return ask_page(turn, turn.say("code.ask.wrong"));
    const Result<FilesToSeal> files = files_to_seal(turn.files, turn.words);
    if (!files.ok())
        return ask_page(turn,
                        turn.say(files.error().code == Code::too_large ? "files.many" : "files.damaged"));
    content::Report report;
    report.lang = turn.words.language();
    report.form_id = form->id;
    report.form_version = form->version;
    report.answers = answers_of(*form, turn.draft.values);
    report.exclude = turn.draft.left_out;
    const keys::ReporterKeys reporter = keys::ReporterKeys::derive(*receipt, turn.office.root.deployment());
    content::Identity identity{confided(turn, *form)};
    const Status sent =
        send_report(turn.gateway, turn.office, reporter, std::move(report), std::move(identity), *files);
    if (!sent.ok()) return ask_page(turn, fault_in_words(turn.words, sent.error()));
    return sent_page(turn, *files);
}

}  // namespace parapet::plain
