// From the first page to "Sent": who reads, whom to leave out, the questions, a look at it all, the code.
#pragma once

#include "intake/plain/turn.h"

namespace parapet::plain {

[[nodiscard]] std::string start_page(const Turn& turn);
[[nodiscard]] std::string people_page(const Turn& turn, bool nobody_left = false);
// The button says where to: on, back, another entry, or another section ("open:witnesses").
[[nodiscard]] std::string after_people(Turn& turn, std::string_view button);
[[nodiscard]] std::string after_section(Turn& turn, std::string_view at, std::string_view button);
[[nodiscard]] std::string check_page(const Turn& turn);
[[nodiscard]] std::string open_section(const Turn& turn, std::string_view id);
[[nodiscard]] std::string code_page(Turn& turn);
// After it was sent: the same code, to write down.
[[nodiscard]] std::string code_once_more_page(Turn& turn);
[[nodiscard]] std::string ask_page(const Turn& turn, std::string fault = {});
[[nodiscard]] std::string send_page(Turn& turn);

}  // namespace parapet::plain
