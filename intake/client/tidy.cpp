#include "intake/client/tidy.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace parapet::reporter {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Step {
    std::size_t size;
    bool whole;  // a character; otherwise the longest beginning of one
};

bool within(char c, unsigned low, unsigned high) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= low && byte <= high;
}

// The well-formed sequences of the Unicode Standard, table 3-7. The second byte alone has bounds of its own.
Step step(std::string_view in) {
    const auto first = static_cast<unsigned char>(in[0]);
    if (first < 0x80) return {1, true};
    if (first < 0xC2 || first > 0xF4) return {1, false};
    const std::size_t size = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
    const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
    for (std::size_t i = 1; i < size; ++i)
        if (i == in.size() || !within(in[i], i == 1 ? low : 0x80, i == 1 ? high : 0xBF)) return {i, false};
    return {size, true};
}

bool is_white(std::string_view character) {
    constexpr auto kWide =
        std::to_array<std::string_view>({"\xC2\xA0", "\xE1\x9A\x80", "\xE2\x80\xA8", "\xE2\x80\xA9",
                                         "\xE2\x80\xAF", "\xE2\x81\x9F", "\xE3\x80\x80", "\xEF\xBB\xBF"});
    if (character.size() == 1) return character[0] == ' ' || within(character[0], 0x09, 0x0D);
    if (std::ranges::find(kWide, character) != kWide.end()) return true;
    return character.starts_with("\xE2\x80") && within(character[2], 0x80, 0x8A);
}

}  // namespace

std::string tidy(std::string_view text) {
    std::string out;
    std::size_t end = 0;  // of the last character that is not white space
    while (!text.empty()) {
        const Step at = step(text);
        const std::string_view character = at.whole ? text.substr(0, at.size) : kReplacement;
        const bool crlf = text.starts_with("\r\n");
        text.remove_prefix(crlf ? 2 : at.size);
        const bool white = is_white(character);
        if (white && out.empty()) continue;
        out += character == "\r" ? "\n" : character;
        if (!white) end = out.size();
    }
    out.resize(end);
    return out;
}

}  // namespace parapet::reporter
