#include "intake/plain/page.h"

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

data data_of(const Block& block) {
    data out;
    out.set(block.kind, true);
    for (const auto& [name, value] : block.texts) out.set(name, value);
    for (const std::string& flag : block.flags) out.set(flag, true);
    if (const std::string ids = described_by(block); !ids.empty()) out.set("described", ids);
    data of(data::type::list);
    for (const Block& one : block.of) of.push_back(data_of(one));
    out.set("of", of);
    return out;
}

}  // namespace

Page::Page(const Catalogue& words, std::string title) : words_(words), title_(std::move(title)) {}

void Page::text(std::string sentence, std::string css) {
    add({"is_text", {{"text", std::move(sentence)}, {"css", std::move(css)}}, {}, {}});
}

void Page::quoted(std::string words) { add({"is_quoted", {{"text", std::move(words)}}, {}, {}}); }
void Page::heading(std::string words) { add({"is_heading", {{"text", std::move(words)}}, {}, {}}); }

void Page::list(const std::vector<std::string>& items, bool latin) {
    Block out{"is_list", {}, {}, {}};
    for (const std::string& item : items)
        out.of.push_back({latin ? "latin" : "plain", {{"text", item}}, {}, {}});
    add(std::move(out));
}

void Page::hidden(std::string name, std::string value) {
    add({"is_hidden", {{"name", std::move(name)}, {"value", std::move(value)}}, {}, {}});
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
    page.set("dir", words_.direction() == reporter::Direction::right_to_left ? "rtl" : "ltr");
    page.set("window", words_.say("page.title"));
    page.set("title", title_);
    page.set("leave", words_.say("page.leave"));
    if (!trial_.empty()) page.set("trial", trial_);
    page.set("action", files_ ? "/2" : "/");
    if (files_) page.set("multipart", true);
    if (reload_) page.set("reload", true);
    data blocks(data::type::list);
    for (const Block& block : blocks_) blocks.push_back(data_of(block));
    page.set("blocks", blocks);
    mustache frame{std::string(kPageTemplate)};
    return frame.render(page);
}

Status check_template() {
    if (!mustache{std::string(kPageTemplate)}.is_valid())
        return Error{Code::configuration, "the compiled template of the pages"};
    return Done{};
}

std::string_view style_sheet() { return kStyleSheet; }

}  // namespace parapet::plain
