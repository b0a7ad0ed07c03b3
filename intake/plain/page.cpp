#include "intake/plain/page.h"

#include <algorithm>

#include <kainjow/mustache.hpp>

#include "intake/plain/compiled_pages.h"

namespace parapet::plain {
namespace {

using kainjow::mustache::data;
using kainjow::mustache::mustache;

// The ids of a field's help and of what is wrong with it, for screen readers.
std::string described_by(const Block& block) {
    const auto name = block.texts.find("name");
    std::string out;
    if (name == block.texts.end()) return out;
    for (const char* what : {"help", "fault"})
        if (block.texts.contains(what))
            out +=
                (out.empty() ? "" : " ") + name->second + (what == std::string("help") ? "-help" : "-error");
    return out;
}

const char* direction_of(const Catalogue& words) {
    return words.direction() == reporter::Direction::right_to_left ? "rtl" : "ltr";
}

data data_of(const Block& block);

data list_of(const std::vector<Block>& blocks) {
    data out(data::type::list);
    for (const Block& block : blocks) out.push_back(data_of(block));
    return out;
}

data data_of(const Block& block) {
    data out;
    out.set(block.kind, true);
    for (const auto& [name, value] : block.texts) out.set(name, value);
    for (const std::string& flag : block.flags) out.set(flag, true);
    if (const std::string ids = described_by(block); !ids.empty()) out.set("described", ids);
    out.set("of", list_of(block.of));
    return out;
}

bool is_main_button(const Block& block) {
    const auto css = block.texts.find("css");
    return block.kind == "is_button" && css != block.texts.end() && css->second == "first";
}

}  // namespace

Page::Page(const Catalogue& words, std::string title) : words_(words), title_(std::move(title)) {}

void Page::text(std::string sentence, std::string css) {
    add({"is_text", {{"text", std::move(sentence)}, {"css", std::move(css)}}, {}, {}});
}

void Page::quoted(std::string words) { add({"is_quoted", {{"text", std::move(words)}}, {}, {}}); }
void Page::heading(std::string words) { add({"is_heading", {{"text", std::move(words)}}, {}, {}}); }
void Page::question(std::string words) { add({"is_question", {{"text", std::move(words)}}, {}, {}}); }
void Page::alert(std::string sentence) { add({"is_alert", {{"text", std::move(sentence)}}, {}, {}}); }
void Page::done(std::string sentence) { add({"is_done", {{"text", std::move(sentence)}}, {}, {}}); }

void Page::list(const std::vector<std::string>& items) {
    Block out{"is_list", {}, {}, {}};
    for (const std::string& item : items) out.of.push_back({"item", {{"text", item}}, {}, {}});
    add(std::move(out));
}

void Page::people(const std::vector<Named>& people) {
    Block out{"is_people", {}, {}, {}};
    for (const Named& one : people) out.of.push_back(person("item", one));
    add(std::move(out));
}

Block Page::person(const char* kind, const Named& person) {
    Block out{kind, {{"called", person.label}}, {}, {}};
    if (!person.role.empty()) out.texts["role"] = person.role;
    return out;
}

void Page::careful(const std::vector<std::string>& sentences) {
    Block out{"is_careful", {}, {}, {}};
    for (const std::string& sentence : sentences) out.of.push_back({"item", {{"text", sentence}}, {}, {}});
    add(std::move(out));
}

void Page::hidden(std::string name, std::string value) {
    add({"is_hidden", {{"name", std::move(name)}, {"value", std::move(value)}}, {}, {}});
}

void Page::language(const Catalogue& other) {
    languages_.push_back({"language",
                          {{"text", other.name()},
                           {"to", "lang:" + other.language()},
                           {"lang", other.language()},
                           {"dir", direction_of(other)}},
                          {},
                          {}});
}

void Page::button(std::string words, std::string to, std::string css, std::string help) {
    Block out{
        "is_button", {{"text", std::move(words)}, {"to", std::move(to)}, {"css", std::move(css)}}, {}, {}};
    if (!help.empty()) out.texts["help"] = std::move(help);
    add(std::move(out));
}

std::string Page::html() const {
    data page;
    page.set("lang", words_.language());
    page.set("dir", direction_of(words_));
    page.set("window", words_.say("page.title"));
    page.set("title", title_);
    page.set("leave", words_.say("page.leave"));
    if (!trial_.empty()) page.set("trial", trial_);
    if (!help_.empty()) page.set("to_help", help_);
    page.set("action", files_ ? "/2" : "/");
    if (files_) page.set("multipart", true);
    if (!languages_.empty()) {
        page.set("speaks", true);
        page.set("language", words_.say("page.language"));
        page.set("languages", list_of(languages_));
    }
    const auto main = std::ranges::find_if(blocks_, is_main_button);
    if (main != blocks_.end()) page.set("main", data_of(*main));
    // What travels along comes before all files, so that it is there when no place is left for them.
    std::vector<Block> kept;
    std::vector<Block> shown;
    for (const Block& block : blocks_) (block.kind == "is_hidden" ? kept : shown).push_back(block);
    page.set("kept", list_of(kept));
    page.set("blocks", list_of(shown));
    // To read it takes longer than to fill it in; it keeps nothing of what it is filled with. One for each
    // thread, since the library's template is not const when it is filled in.
    thread_local mustache frame{std::string(kPageTemplate)};
    return frame.render(page);
}

Status check_template() {
    if (!mustache{std::string(kPageTemplate)}.is_valid())
        return Error{Code::configuration, "the compiled template of the pages"};
    return Done{};
}

std::string_view style_sheet() { return kStyleSheet; }

}  // namespace parapet::plain
