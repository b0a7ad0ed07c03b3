// Digits of any script as people type them, in Western ones.
#pragma once

#include <string>
#include <string_view>

namespace parapet::plain {

// The digits alone: of a code, whatever stands between its groups.
[[nodiscard]] std::string latin_digits(std::string_view typed);
// Everything else stays, up to what is no UTF-8.
[[nodiscard]] std::string with_latin_digits(std::string_view typed);

}  // namespace parapet::plain
