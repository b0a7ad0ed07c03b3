// What the holder of a code adds or decides: the sections of the report's questionnaire, and of the one for
// choices; each is sealed as a message of its own.
#pragma once

#include "intake/plain/opened.h"

namespace parapet::plain {

[[nodiscard]] std::string more_page(Turn& turn);
[[nodiscard]] std::string choices_page(Turn& turn);
// The draft goes on with what the holder of the code may decide; none where there is nothing.
[[nodiscard]] const Questionnaire* begin_choices(Turn& turn, const OpenedWithOwn& all);
// Who could look at the case a second time.
[[nodiscard]] std::vector<const verify::Member*> alternates_of(const Turn& turn, const OpenedWithOwn& all);
// Below the button to what is sealed to them alone.
void show_only_readers(Page& page, const Turn& turn, const std::vector<const verify::Member*>& readers);
// One section of the questionnaire that the draft is in.
[[nodiscard]] std::string adding_page(Turn& turn, std::string_view section);
[[nodiscard]] std::string after_adding(Turn& turn, std::string_view section, std::string_view button);

}  // namespace parapet::plain
