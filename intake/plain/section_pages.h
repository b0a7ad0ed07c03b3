// The questions, a section a page: of a report that is written.
#pragma once

#include "intake/plain/questions.h"
#include "intake/plain/turn.h"

namespace parapet::plain {

// Where no section is asked, what comes after them.
[[nodiscard]] std::string first_section(Turn& turn);
[[nodiscard]] std::string section_page(Turn& turn, std::string_view id);
// With everything that still keeps it from going on.
[[nodiscard]] std::string section_page_with_faults(Turn& turn, const Section& section);
void take_section(Turn& turn, std::string_view id);
// The button says where to: on, back, another entry, one less.
[[nodiscard]] std::string after_section(Turn& turn, std::string_view id, std::string_view button);

// Of the questionnaire that is answered; none when it has no such section.
[[nodiscard]] const Section* find_section(const Turn& turn, std::string_view id);
[[nodiscard]] std::string title_of(const Turn& turn, const Section& section);
[[nodiscard]] Names names_now(const Turn& turn);
[[nodiscard]] Asked asked_in(const Turn& turn, const Section& section);

}  // namespace parapet::plain
