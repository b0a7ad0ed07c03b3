#include "intake/plain/help_page.h"

#include <array>

#include "intake/plain/file_fields.h"

namespace parapet::plain {
namespace {

constexpr const char* kFrom = "help.from";    // the field
constexpr const char* kFiles = "help.files";  // that files were chosen on the page before

// What stands in a field and not in the draft: a code, or groups of one.
constexpr std::array kTyped{"typed", "group.a", "group.b"};

struct Chapter {
    const char* title;
    std::vector<const char*> sentences;
};

// As on the page with scripts, but for who seals.
std::vector<Chapter> chapters() {
    return {{"help.who", {"plain.help.readers", "plain.help.never", "help.who.involved", "help.who.log"}},
            {"help.office", {"help.office.can", "help.office.cannot", "help.office.emergency"}},
            {"help.name", {"help.name.anonymous", "help.name.known", "help.name.change"}},
            {"help.dates", {"help.dates.six_months", "help.dates.six_years", "help.dates.avenues"}},
            {"help.kept", {"help.kept.office", "help.kept.erase", "help.kept.here"}},
            {"help.code", {"help.code.lost", "help.code.seen", "help.code.wrong"}},
            {"help.leave", {"help.leave.does", "help.leave.keeps"}},
            {"help.ways", {"help.ways.tor", "help.ways.file"}}};
}

}  // namespace

std::string help_page(Turn& turn, const std::string& from) {
    Page page = begin_page(turn, turn.say("help.title"));
    page.hidden(kFrom, from);
    if (files_were_chosen(turn) || had_files_before_help(turn)) page.hidden(kFiles, "1");
    for (const char* typed : kTyped)
        if (turn.came.has(typed)) page.hidden(typed, turn.came.one(typed));
    for (const auto& [title, names] : chapters()) {
        page.heading(turn.say(title));
        std::vector<std::string> sentences;
        sentences.reserve(names.size());
        for (const char* name : names) sentences.push_back(turn.say(name));
        page.list(sentences);
    }
    page.list(turn.gateway.ways(turn.words));
    page.button(turn.say("page.back"), "back", "first");
    return finish_page(turn, page, "help");
}

std::string help_page(Turn& turn) { return help_page(turn, way_back_of(turn)); }

bool had_files_before_help(const Turn& turn) { return turn.came.has(kFiles); }

const std::string& way_back_of(const Turn& turn) { return turn.came.one(kFrom); }

}  // namespace parapet::plain
