// Digits as a person types them, in any script, as ASCII digits; everything else is left out.
#pragma once

#include <string>
#include <string_view>

namespace parapet::plain {

[[nodiscard]] std::string latin_digits(std::string_view typed);

}  // namespace parapet::plain
