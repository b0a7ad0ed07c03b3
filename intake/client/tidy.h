// What a person typed, as it is sealed.
#pragma once

#include <string>
#include <string_view>

namespace parapet::reporter {

// Line ends as \n, no white space around the words (what ECMAScript's trim() takes for it), U+FFFD in the
// place of what is not UTF-8: as a browser decodes it, one for each longest beginning of a character.
[[nodiscard]] std::string tidy(std::string_view text);

}  // namespace parapet::reporter
