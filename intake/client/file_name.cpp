#include "intake/client/file_name.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "crypto/keys/typed_digits.h"
#include "intake/client/tidy.h"

namespace parapet::reporter {
namespace {

constexpr std::size_t kMostOctets = 200;   // room is left for what marks an original
constexpr std::size_t kLongestEnding = 8;  // characters behind the dot

struct Range {
    char32_t first;
    char32_t last;
};
// General categories Cc, Cf, Zl and Zp of Unicode 15, and the two slashes.
constexpr auto kTakenOut = std::to_array<Range>({
    {0x0000, 0x001F},   {0x002F, 0x002F},   {0x005C, 0x005C},   {0x007F, 0x009F},   {0x00AD, 0x00AD},
    {0x0600, 0x0605},   {0x061C, 0x061C},   {0x06DD, 0x06DD},   {0x070F, 0x070F},   {0x0890, 0x0891},
    {0x08E2, 0x08E2},   {0x180E, 0x180E},   {0x200B, 0x200F},   {0x2028, 0x202E},   {0x2060, 0x2064},
    {0x2066, 0x206F},   {0xFEFF, 0xFEFF},   {0xFFF9, 0xFFFB},   {0x110BD, 0x110BD}, {0x110CD, 0x110CD},
    {0x13430, 0x1343F}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0001, 0xE0001}, {0xE0020, 0xE007F},
});

bool is_taken_out(char32_t character) {
    return std::ranges::any_of(kTakenOut, [character](const Range& range) {
        return character >= range.first && character <= range.last;
    });
}

// The characters of well-formed text, each in its octets.
std::vector<std::string_view> characters(std::string_view text) {
    std::vector<std::string_view> out;
    for (ByteView rest = view(text); !rest.empty();) {
        const std::size_t at = text.size() - rest.size();
        if (!keys::take_code_point(rest)) break;
        out.push_back(text.substr(at, text.size() - rest.size() - at));
    }
    return out;
}

std::string without_what_steers(std::string_view text) {
    std::string out;
    for (const std::string_view one : characters(text)) {
        ByteView octets = view(one);
        if (!is_taken_out(*keys::take_code_point(octets))) out += one;
    }
    return out;
}

// How long the ending is, with its dot; 0 where there is no short one.
std::size_t ending_size(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || name[dot - 1] == '.') return 0;
    const std::size_t letters = characters(name.substr(dot + 1)).size();
    return letters == 0 || letters > kLongestEnding ? 0 : name.size() - dot;
}

}  // namespace

std::string fitting_name(std::string_view typed) {
    // What is no UTF-8 is told apart first; what stood around the taken out is white space only then.
    const std::string name = tidy(without_what_steers(tidy(typed)));
    const std::string ending = name.substr(name.size() - ending_size(name));
    std::vector<std::string_view> letters =
        characters(std::string_view(name).substr(0, name.size() - ending.size()));
    std::size_t size = name.size();
    while (letters.size() > 1 && size > kMostOctets) {
        size -= letters.back().size();
        letters.pop_back();
    }
    std::string out;
    for (const std::string_view letter : letters) out += letter;
    out += ending;
    return out.empty() ? "file" : out;
}

std::string name_of_original(std::string_view name) {
    const std::size_t stem = name.size() - ending_size(name);
    return std::string(name.substr(0, stem)) + ".original" + std::string(name.substr(stem));
}

}  // namespace parapet::reporter
