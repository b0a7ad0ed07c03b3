// What the holder of a code adds or decides: the sections of the report's questionnaire, and of the one for
// choices; each is sealed as a message of its own.
#pragma once

#include "intake/plain/turn.h"

namespace parapet::plain {

[[nodiscard]] std::string more_page(Turn& turn);
[[nodiscard]] std::string choices_page(Turn& turn);
// One section of the questionnaire that the draft is in.
[[nodiscard]] std::string adding_page(Turn& turn, std::string_view section);
[[nodiscard]] std::string after_adding(Turn& turn, std::string_view section, std::string_view button);

}  // namespace parapet::plain
