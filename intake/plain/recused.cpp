#include "intake/plain/recused.h"

#include <algorithm>

namespace parapet::plain {
namespace {

constexpr const char* kAsked = "recused";  // the field
constexpr const char* kOut = "out";
constexpr const char* kKeep = "keep";

std::vector<Named> people_told(const Turn& turn) {
    std::vector<Named> out;
    for (const PersonId& person : turn.draft.recusal.told) {
        const auto& members = turn.office.roster.members();
        const auto at = std::ranges::find_if(members, [&](const verify::Member& member) {
            return member.active() && member.person == person;
        });
        if (at != members.end()) out.push_back(reporter::named(turn.words, *at));
    }
    return out;
}

Block choice(const Turn& turn, const char* value, bool checked) {
    Block out{"tick",
              {{"type", "radio"},
               {"name", kAsked},
               {"value", value},
               {"text", turn.say(std::string("recused.") + value)}},
              {},
              {}};
    if (checked) out.flags.insert("checked");
    return out;
}

}  // namespace

reporter::OutOfCase out_of(const Turn& turn, const Opened& opened,
                           const std::vector<reporter::SentBefore>& sent) {
    const content::Report nothing_said;
    const auto* const report = sent.empty() ? nullptr : std::get_if<content::Report>(&sent.front().own.said);
    return out_of_case(turn.office, report == nullptr ? nothing_said : *report, opened.mailbox);
}

void tell_of(Turn& turn, const reporter::OutOfCase& out) {
    std::set<PersonId> told;
    for (const verify::Member* member : out.to_tell) told.insert(member->person);
    // What was said of one person is not said of another.
    if (!std::ranges::includes(turn.draft.recusal.told, told)) turn.draft.recusal.keep = false;
    turn.draft.recusal.told = std::move(told);
}

void show_recusal(Page& page, const Turn& turn) {
    const std::vector<Named> people = people_told(turn);
    if (people.empty()) return;
    page.add({"is_careful_from",
              {{"label", turn.say("recused.ask")}, {"text", turn.say("recused.told")}},
              {},
              {}});
    page.people(people);
    const bool keep = turn.draft.recusal.keep;
    Block asked{
        "is_choice",
        {{"label", turn.say("recused.ask")}, {"name", kAsked}, {"help", turn.say("recused.keep.help")}},
        {},
        {choice(turn, kOut, !keep), choice(turn, kKeep, keep)}};
    asked.of.front().flags.insert("first");
    page.add(std::move(asked));
    page.add({"is_careful_end", {}, {}, {}});
}

void take_recusal(Turn& turn) {
    if (turn.came.has(kAsked)) turn.draft.recusal.keep = turn.came.one(kAsked) == kKeep;
}

}  // namespace parapet::plain
