#include "crypto/verify/utf8.h"

#include <cstddef>
#include <cstdint>

namespace parapet::verify {
namespace {

// The bytes of the sequence that starts at `i`, or 0 when it is ill-formed.
std::size_t sequence_length(std::string_view in, std::size_t i) {
    const auto at = [&](std::size_t k) { return static_cast<std::uint8_t>(in[i + k]); };
    const std::uint8_t lead = at(0);
    if (lead < 0x80) return 1;
    std::size_t length = 0;
    std::uint8_t low = 0x80, high = 0xBF;  // what the second byte may be
    if (lead >= 0xC2 && lead <= 0xDF) length = 2;
    if (lead >= 0xE0 && lead <= 0xEF) length = 3;
    if (lead >= 0xF0 && lead <= 0xF4) length = 4;
    if (lead == 0xE0) low = 0xA0;
    if (lead == 0xED) high = 0x9F;
    if (lead == 0xF0) low = 0x90;
    if (lead == 0xF4) high = 0x8F;
    if (length == 0 || in.size() - i < length) return 0;
    if (at(1) < low || at(1) > high) return 0;
    for (std::size_t k = 2; k < length; ++k)
        if (at(k) < 0x80 || at(k) > 0xBF) return 0;
    return length;
}

}  // namespace

bool is_plain_utf8(std::string_view in) {
    for (std::size_t i = 0; i < in.size();) {
        if (static_cast<std::uint8_t>(in[i]) < 0x20 && in[i] != '\n') return false;
        const std::size_t n = sequence_length(in, i);
        if (n == 0) return false;
        i += n;
    }
    return true;
}

}  // namespace parapet::verify
