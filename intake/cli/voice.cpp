#include "intake/cli/voice.h"

#include <algorithm>
#include <cstdio>

#include "crypto/keys/typed_digits.h"
#include "intake/cli/compiled_catalogues.h"

namespace parapet::reporter {
namespace {

constexpr std::string_view kIsolate = "\u2068";  // in the direction of its own first letter
constexpr std::string_view kEndOfIsolate = "\u2069";

// Control characters but tab and line feed, and those that change the direction of what follows.
bool steers(char32_t c) {
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    return (c < 0x20 && c != '\n' && c != '\t') || within(0x7f, 0x9f) || within(0x200e, 0x200f) ||
           within(0x202a, 0x202e) || within(0x2066, 0x2069);
}

Result<Catalogue> read_compiled(std::string_view language, const Catalogue* fallback) {
    const auto at = std::ranges::find(kCompiledCatalogues, language, &CompiledCatalogue::language);
    if (at == kCompiledCatalogues.end()) return Error{Code::not_found, "report.language.unknown"};
    std::string json;
    for (const std::string_view line : at->lines) json += line;
    return Catalogue::parse(view(json), fallback);
}

}  // namespace

Voice Voice::english() {
    Result<Catalogue> words = read_compiled("en", nullptr);
    INVARIANT(words.ok());
    return Voice(*std::move(words));
}

Result<Voice> Voice::in(std::string_view language) {
    Voice english = Voice::english();
    if (language == english.language()) return english;
    TRY(Catalogue words, read_compiled(language, &english.words_));
    return Voice(std::move(words));
}

std::string Voice::languages() {
    std::string out;
    for (const CompiledCatalogue& one : kCompiledCatalogues)
        out.append(out.empty() ? "" : ", ").append(one.language);
    return out;
}

std::string Voice::isolated(std::string_view value) const {
    const std::string text = printable(value);
    if (words_.direction() == Direction::left_to_right) return text;
    return std::string(kIsolate).append(text).append(kEndOfIsolate);
}

std::string Voice::called(const Named& who) const {
    if (who.role.empty()) return isolated(who.label);
    const std::string said = Named{who.role, printable(who.label)}.in_words(words_);
    return words_.direction() == Direction::left_to_right ? printable(said) : said;
}

std::string Voice::say_of(std::string_view name, const Named& who) const {
    return words_.say(name, {{"label", called(who)}});
}

std::string_view Voice::line_of_digits() const {
    return words_.direction() == Direction::left_to_right ? "" : "\u2066";
}

std::string Voice::say(std::string_view name, const Words& values) const {
    Words shown;
    for (const auto& [key, value] : values) shown.emplace(key, printable(value));
    return words_.say(name, shown);
}

std::string Voice::say_count(std::string_view name, std::uint64_t n) const {
    return words_.say_count(name, n);
}

void Voice::tell(std::string_view name, const Words& values) const {
    std::printf("%s\n", say(name, values).c_str());
}

void Voice::tell_aside(std::string_view name, const Words& values) const {
    std::fprintf(stderr, "%s\n", say(name, values).c_str());
}

void Voice::tell_command(std::string_view command) const {
    std::printf("  %s\n", printable(command).c_str());
}

std::string printable(std::string_view in) {
    std::string out;
    ByteView rest = view(in);
    while (!rest.empty()) {
        const std::size_t before = rest.size();
        const auto character = keys::take_code_point(rest);
        if (!character) return out;  // ill-formed: the rest is not text
        if (!steers(*character)) out.append(in.substr(in.size() - before, before - rest.size()));
    }
    return out;
}

}  // namespace parapet::reporter
