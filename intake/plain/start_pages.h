// The first page, and whom to leave out.
#pragma once

#include "intake/plain/turn.h"

namespace parapet::plain {

[[nodiscard]] std::string start_page(Turn& turn);
// The newest version of a questionnaire, by its id.
[[nodiscard]] std::string choose_form(Turn& turn, const std::string& id);

// For whoever would rather talk or write on paper, and for a first look at what the office is for.
[[nodiscard]] std::string talk_page(Turn& turn);
[[nodiscard]] std::string about_page(Turn& turn);

[[nodiscard]] std::string people_page(Turn& turn);
void take_people(Turn& turn);
[[nodiscard]] std::string after_people(Turn& turn);

// Those who read a report, or those left out.
enum class Those : std::uint8_t { who_read, left_out };
[[nodiscard]] std::vector<Named> people_of(const Turn& turn, Those those);

// Keys kept apart that open what leaves nobody out.
void show_recovery(Page& page, const Turn& turn);

}  // namespace parapet::plain
