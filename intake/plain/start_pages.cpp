#include "intake/plain/start_pages.h"

#include <algorithm>

#include "intake/plain/section_pages.h"

namespace parapet::plain {
namespace {

Block ticks(const Turn& turn, const char* label, const std::vector<const verify::Member*>& members) {
    Block group{"is_choice", {{"label", turn.say(label)}, {"name", "person"}}, {}, {}};
    for (const verify::Member* member : members) {
        Block tick = Page::person("tick", reporter::named(turn.words, *member));
        tick.texts.merge(std::map<std::string, std::string>{
            {"type", "checkbox"}, {"name", "person"}, {"value", to_hex(member->person)}});
        if (group.of.empty()) tick.flags.insert("first");
        if (turn.draft.left_out.contains(member->person)) tick.flags.insert("checked");
        group.of.push_back(std::move(tick));
    }
    return group;
}

std::vector<Named> named_all(const Turn& turn, const std::vector<const verify::Member*>& members) {
    std::vector<Named> out;
    out.reserve(members.size());
    for (const verify::Member* member : members) out.push_back(reporter::named(turn.words, *member));
    return out;
}

std::string people_with(const Turn& turn, const std::string& fault) {
    Page page = begin_page(turn, turn.say("people.title"));
    Block readers = ticks(turn, "people.intro", turn.office.readers());
    if (!fault.empty()) {
        page.alert(fault);
        readers.texts["fault"] = fault;
    }
    page.add(std::move(readers));
    const std::vector<const verify::Member*> keepers = turn.office.keepers();
    if (!keepers.empty()) page.add(ticks(turn, "people.keepers", keepers));
    page.button(turn.say("people.next"), "next", "first");
    page.button(turn.say("page.back"), "start");
    return finish_page(turn, page, "people");
}

// The first origin that the office's root names is its page with scripts.
void show_safer_page(Page& page, const Turn& turn) {
    const std::string& origin = turn.office.root.lines().origins.front();
    page.add({"is_link", {{"text", turn.say("plain.other")}, {"to", origin + "/"}}, {}, {}});
}

}  // namespace

std::vector<Named> people_of(const Turn& turn, Those those) {
    std::vector<Named> out;
    std::vector<const verify::Member*> all = turn.office.readers();
    if (those == Those::left_out) std::ranges::copy(turn.office.keepers(), std::back_inserter(all));
    for (const verify::Member* member : all)
        if (turn.draft.left_out.contains(member->person) == (those == Those::left_out))
            out.push_back(reporter::named(turn.words, *member));
    return out;
}

void show_recovery(Page& page, const Turn& turn) {
    const std::vector<const verify::Member*> all = turn.office.recovery();
    if (all.empty() || !turn.draft.left_out.empty()) return;
    page.text(turn.say("start.recovery"));
    page.people(named_all(turn, all));
}

std::string start_page(Turn& turn) {
    Page page = begin_page(turn, turn.say("start.title"));
    page.text(turn.say("start.intro"), "lead");
    page.text(turn.say("plain.seen"), "careful");
    show_safer_page(page, turn);
    page.text(turn.say("start.readers"));
    page.people(named_all(turn, turn.office.readers()));
    show_recovery(page, turn);
    page.add({"is_safe",
              {{"label", turn.say("start.safe")}},
              {},
              {{"item", {{"text", turn.say("start.safe.device")}}, {}, {}},
               {"item", {{"text", turn.say("start.safe.link")}}, {}, {}},
               {"item", {{"text", turn.say("plain.back")}}, {}, {}}}});
    page.heading(turn.say("start.choose"));
    const Status open = turn.office.roster.accept(turn.gateway.today(), 0);
    if (open.ok()) {
        page.text(turn.say("start.promise"));
        for (const std::string& name : turn.gateway.forms().offered) {
            const std::string id = turn.gateway.forms().find(name)->id;
            page.button(turn.say("form." + id), "form:" + id, "first", turn.say("form." + id + ".lead"));
        }
    } else {
        page.text(turn.say(open.error().code == Code::expired ? "closed.expired" : "closed.keys"), "careful");
        page.text(turn.say("closed.other"));
        page.list(turn.gateway.ways(turn.words));
    }
    page.button(turn.say("start.code"), "enter");
    page.button(turn.say("file.title"), "sealed");
    page.button(turn.say("start.talk"), "talk");
    page.button(turn.say("start.about"), "about");
    page.add({"is_latin",
              {{"text", turn.say("start.fingerprint")}, {"value", turn.office.root.fingerprint().print()}},
              {},
              {}});
    if (turn.words.unreviewed()) page.text(turn.say("page.unreviewed"), "help");
    return finish_page(turn, page, "start");
}

std::string choose_form(Turn& turn, const std::string& id) {
    const Questionnaire* const form = turn.gateway.forms().find_offered(id);
    if (form == nullptr) return start_page(turn);
    turn.draft.form = form->name().print();
    turn.draft.names.reset();
    return people_page(turn);
}

std::string talk_page(Turn& turn) {
    Page page = begin_page(turn, turn.say("ways.title"));
    page.text(turn.say("ways.intro"));
    page.list(turn.gateway.ways(turn.words));
    page.button(turn.say("page.back"), "start");
    return finish_page(turn, page, "talk");
}

std::string about_page(Turn& turn) {
    Page page = begin_page(turn, turn.say("start.about"));
    std::vector<std::string> sentences;
    for (const char* name : {"about.can", "about.faith", "about.anonymous", "about.disclose", "about.limits",
                             "form.protection.avenues_note"})
        sentences.push_back(turn.say(name));
    page.list(sentences);
    page.button(turn.say("page.back"), "start");
    return finish_page(turn, page, "about");
}

std::string people_page(Turn& turn) { return people_with(turn, {}); }

void take_people(Turn& turn) {
    turn.draft.left_out.clear();
    for (const std::string& hex : turn.came.all("person"))
        if (const auto person = fixed_from_hex<PersonId>(hex); person.ok())
            turn.draft.left_out.insert(*person);
}

std::string after_people(Turn& turn) {
    if (people_of(turn, Those::who_read).empty()) return people_with(turn, turn.say("people.all"));
    return first_section(turn);
}

}  // namespace parapet::plain
