// One page as a list of blocks; pages/page.mustache says how each looks. Everything a person wrote is escaped
// there. kainjow mustache is included in page.cpp alone.
#pragma once

#include <set>

#include "intake/client/named.h"

namespace parapet::plain {

using reporter::Catalogue;
using reporter::Named;

struct Block {
    std::string kind;
    std::map<std::string, std::string> texts;
    std::set<std::string> flags;
    std::vector<Block> of;
};

class Page {
public:
    Page(const Catalogue& words, std::string title);

    void text(std::string sentence, std::string css = "");
    void quoted(std::string words);  // a person's own, lines kept
    void heading(std::string words);
    void question(std::string words);
    void list(const std::vector<std::string>& items);
    void people(const std::vector<Named>& people);
    void careful(const std::vector<std::string>& sentences);
    void hidden(std::string name, std::string value);
    // What went wrong, above all fields; where the browser puts its focus.
    void alert(std::string sentence);
    void done(std::string sentence);
    // The submit button that says `to` and its value. The first one of the kind "first" is also what Enter
    // in a field presses.
    void button(std::string words, std::string to, std::string css = "second", std::string help = "");
    void add(Block block) { blocks_.push_back(std::move(block)); }
    // One person as a block of this kind: by role and label, or by the label alone.
    [[nodiscard]] static Block person(const char* kind, const Named& person);
    // A language the page can be read in instead: what stands in its fields comes along.
    void language(const Catalogue& other);
    // The way to the help, beside the one that leaves.
    void help(std::string words) { help_ = std::move(words); }
    void trial(std::string sentence) { trial_ = std::move(sentence); }
    void with_files() { files_ = true; }

    [[nodiscard]] const Catalogue& words() const { return words_; }
    [[nodiscard]] std::string html() const;

private:
    const Catalogue& words_;
    std::string title_;
    std::string trial_;
    std::string help_;
    std::vector<Block> languages_;
    std::vector<Block> blocks_;
    bool files_ = false;
};

// Asked once at the start: the template can be read. configuration otherwise.
[[nodiscard]] Status check_template();
[[nodiscard]] std::string_view style_sheet();

}  // namespace parapet::plain
