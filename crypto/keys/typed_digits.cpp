#include "crypto/keys/typed_digits.h"

#include <algorithm>
#include <array>

namespace parapet::keys {
namespace {

// The zero of each block; its nine other digits follow it.
constexpr std::array<char32_t, 16> kZeros{U'0',   0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6,
                                          0x0BE6, 0x0C66, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x17E0, 0xFF10};

struct Range {
    char32_t first;
    char32_t last;
};
constexpr std::array<Range, 13> kSeparators{{{U'\t', U'\n'},
                                             {U'\r', U'\r'},
                                             {U' ', U' '},
                                             {U'-', U'/'},
                                             {0x00A0, 0x00A0},
                                             {0x061C, 0x061C},
                                             {0x2000, 0x200F},
                                             {0x2010, 0x2015},
                                             {0x2028, 0x202E},
                                             {0x202F, 0x202F},
                                             {0x2044, 0x2044},
                                             {0x2060, 0x2069},
                                             {0xFEFF, 0xFEFF}}};

// Length of a sequence by its first byte, the bits that byte contributes, and the least value that may
// take so many bytes.
struct Lead {
    std::size_t length;
    char32_t bits;
    char32_t least;
};

Lead lead_of(std::uint8_t b) {
    if (b < 0x80) return {1, b, 0};
    if (b >= 0xC2 && b < 0xE0) return {2, b & 0x1FU, 0x80};
    if (b >= 0xE0 && b < 0xF0) return {3, b & 0x0FU, 0x800};
    if (b >= 0xF0 && b < 0xF5) return {4, b & 0x07U, 0x10000};
    return {0, 0, 0};
}

}  // namespace

std::optional<char32_t> take_code_point(ByteView& in) {
    if (in.empty()) return std::nullopt;
    const Lead lead = lead_of(in[0]);
    if (lead.length == 0 || in.size() < lead.length) return std::nullopt;
    char32_t value = lead.bits;
    for (const std::uint8_t b : in.subspan(1, lead.length - 1)) {
        if ((b & 0xC0U) != 0x80) return std::nullopt;
        value = value << 6 | (b & 0x3FU);
    }
    if (value < lead.least || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return std::nullopt;
    in = in.subspan(lead.length);
    return value;
}

TypedCharacter classify_typed(char32_t c) {
    for (const char32_t zero : kZeros)
        if (c >= zero && c <= zero + 9) return {TypedKind::digit, static_cast<std::uint8_t>(c - zero)};
    if (std::ranges::any_of(kSeparators, [&](const Range& r) { return c >= r.first && c <= r.last; }))
        return {TypedKind::separator, 0};
    return {TypedKind::other, 0};
}

}  // namespace parapet::keys
