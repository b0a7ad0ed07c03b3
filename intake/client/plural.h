// Which plural form a language has for a number, by the rules of the Unicode CLDR for whole numbers.
#pragma once

#include <cstdint>
#include <string_view>

namespace parapet::reporter {

// zero, one, two, few, many or other. A language whose rules are not here counts as English does.
[[nodiscard]] std::string_view plural_form(std::string_view language, std::uint64_t n);

}  // namespace parapet::reporter
