#include "intake/plain/file_fields.h"

#include <algorithm>

#include "intake/plain/help_page.h"

namespace parapet::plain {
namespace {

constexpr const char* kWish = "files.wish";
constexpr const char* kOriginals = "originals";
constexpr const char* kDamaged = "damaged";

bool is_ticked(const Turn& turn, const char* wish) {
    const std::vector<std::string>& all = turn.came.all(kWish);
    return std::ranges::find(all, wish) != all.end();
}

void show_tick(Page& page, const Turn& turn, const char* wish, const char* sentence) {
    Block tick{"is_tick", {{"name", kWish}, {"value", wish}, {"text", turn.say(sentence)}}, {}, {}};
    if (is_ticked(turn, wish)) tick.flags.insert("checked");
    page.add(std::move(tick));
}

}  // namespace

bool files_were_chosen(const Turn& turn) { return !turn.files.empty() || !turn.came.one("files").empty(); }

void tell_of_files_again(Page& page, const Turn& turn) {
    if (had_files_before_help(turn)) page.text(turn.say("plain.files.again"), "careful");
}

void show_file_fields(Page& page, const Turn& turn, std::string label) {
    page.with_files();
    tell_of_files_again(page, turn);
    page.careful({turn.say("plain.files.hidden"), turn.say("files.not_yours")});
    page.add({"is_file", {{"label", std::move(label)}, {"help", turn.say("plain.files")}}, {}, {}});
    show_tick(page, turn, kOriginals, "plain.files.originals");
    show_tick(page, turn, kDamaged, "plain.files.damaged");
}

FileWish wish_of(const Turn& turn) {
    return {.originals = is_ticked(turn, kOriginals), .damaged = is_ticked(turn, kDamaged)};
}

void show_files(Page& page, const Turn& turn, const FilesToSeal& files) {
    Block out{"is_files", {}, {}, {}};
    for (const ToldFile& file : files.told) {
        Block item{"file", {{"name", file.name}, {"size", size_in_words(turn.words, file.size)}}, {}, {}};
        if (!file.told.empty()) item.texts["text"] = file.told;
        out.of.push_back(std::move(item));
    }
    if (!files.told.empty()) page.add(std::move(out));
}

}  // namespace parapet::plain
