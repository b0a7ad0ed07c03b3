// What parapet-report says to a person, in one language.
#pragma once

#include "intake/client/named.h"

namespace parapet::reporter {

// Values are shown as text and as nothing else (printable). In a language that is written from the right the
// sentences hold isolates around them, so that a path, a code or a date does not change their order.
class Voice {
public:
    // not_found: there are no words in this language.
    [[nodiscard]] static Result<Voice> in(std::string_view language);
    [[nodiscard]] static Voice english();
    // "ar, en, es, fr"
    [[nodiscard]] static std::string languages();

    [[nodiscard]] const std::string& language() const { return words_.language(); }
    [[nodiscard]] const Catalogue& words() const { return words_; }
    [[nodiscard]] bool knows(std::string_view name) const { return words_.knows(name); }
    [[nodiscard]] std::string say(std::string_view name, const Words& values = {}) const;
    [[nodiscard]] std::string say_count(std::string_view name, std::uint64_t n) const;
    // A value where no sentence stands around it, between isolates where the language needs them.
    [[nodiscard]] std::string isolated(std::string_view value) const;

    // Somebody of the office, by role and label; and a sentence that says so as {label}.
    [[nodiscard]] std::string called(const Named& who) const;
    [[nodiscard]] std::string say_of(std::string_view name, const Named& who) const;

    // What a line of digits begins with, so that its groups keep their order; it ends with the line.
    [[nodiscard]] std::string_view line_of_digits() const;

    // A line on standard output, or on standard error.
    void tell(std::string_view name, const Words& values = {}) const;
    void tell_aside(std::string_view name, const Words& values = {}) const;
    // One to be copied: bare, on a line of its own. Invisible characters in it would go along.
    void tell_command(std::string_view command) const;

private:
    explicit Voice(Catalogue words) : words_(std::move(words)) {}
    Catalogue words_;
};

// Without what would move the cursor, change colours or turn the direction of the text: what others wrote is
// shown as text and as nothing else.
[[nodiscard]] std::string printable(std::string_view text);

}  // namespace parapet::reporter
