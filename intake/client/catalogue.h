// Every sentence said to a reporter, by name, in one language (intake/locales/).
#pragma once

#include <map>
#include <string>

#include "crypto/base/bytes.h"

namespace parapet::reporter {

using Words = std::map<std::string, std::string, std::less<>>;

enum class Direction : std::uint8_t { left_to_right, right_to_left };

class Catalogue {
public:
    // content_schema when it is not a catalogue. Sentences that it does not have are said as `fallback` says
    // them: English, for every other language.
    [[nodiscard]] static Result<Catalogue> parse(ByteView json, const Catalogue* fallback = nullptr);

    [[nodiscard]] const std::string& language() const { return language_; }
    [[nodiscard]] const std::string& name() const { return name_; }
    [[nodiscard]] Direction direction() const { return direction_; }
    // Not every sentence stands as a professional translator checked it.
    [[nodiscard]] bool unreviewed() const { return unreviewed_; }

    [[nodiscard]] bool knows(std::string_view name) const { return words_.contains(name); }
    // A missing name shows as the name itself, never as an empty place; each {key} becomes its value, or
    // nothing.
    [[nodiscard]] std::string say(std::string_view name, const Words& values = {}) const;
    // The plural form that the language has for n: name.one, name.few, … name.other; {n} is the number.
    [[nodiscard]] std::string say_count(std::string_view name, std::uint64_t n, Words values = {}) const;

private:
    std::string language_;
    std::string name_;
    Direction direction_ = Direction::left_to_right;
    bool unreviewed_ = false;
    Words words_;
};

// Of a file: "17 KiB", "3.4 MiB".
[[nodiscard]] std::string size_in_words(const Catalogue& words, std::uint64_t octets);

}  // namespace parapet::reporter
