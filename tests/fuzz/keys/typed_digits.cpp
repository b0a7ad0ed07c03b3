// Any text, character by character: each takes one to four octets and stands for one code point of Unicode,
// which writes as the same octets again.
#include "crypto/keys/typed_digits.h"

#include <algorithm>

using namespace parapet;

namespace {

Bytes utf8(char32_t c) {
    const auto last = [c](unsigned shift) { return static_cast<std::uint8_t>(0x80U | (c >> shift & 0x3FU)); };
    const auto lead = [c](unsigned mark, unsigned shift) {
        return static_cast<std::uint8_t>(mark | c >> shift);
    };
    if (c < 0x80) return {lead(0, 0)};
    if (c < 0x800) return {lead(0xC0, 6), last(0)};
    if (c < 0x10000) return {lead(0xE0, 12), last(6), last(0)};
    return {lead(0xF0, 18), last(12), last(6), last(0)};
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    ByteView in(data, size);
    while (!in.empty()) {
        const ByteView before = in;
        const auto c = keys::take_code_point(in);
        if (!c) {
            INVARIANT(in.size() == before.size());
            return 0;
        }
        INVARIANT(std::ranges::equal(before.first(before.size() - in.size()), utf8(*c)));
        const keys::TypedCharacter typed = keys::classify_typed(*c);
        INVARIANT(typed.digit <= 9 && (typed.kind == keys::TypedKind::digit || typed.digit == 0));
    }
    return 0;
}
