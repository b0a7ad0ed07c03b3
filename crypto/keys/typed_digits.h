// Digits as people type them: any script's, with the separators that printing and pasting leave between.
#pragma once

#include <cstdint>
#include <optional>

#include "crypto/base/bytes.h"

namespace parapet::keys {

// One code point of well-formed UTF-8 from the front, taken off; nothing when ill-formed.
[[nodiscard]] std::optional<char32_t> take_code_point(ByteView& in);

enum class TypedKind : std::uint8_t { digit, separator, other };

struct TypedCharacter {
    TypedKind kind = TypedKind::other;
    std::uint8_t digit = 0;  // 0 to 9
};

// The table of crypto/SPEC.md section 2.
[[nodiscard]] TypedCharacter classify_typed(char32_t code_point);

}  // namespace parapet::keys
