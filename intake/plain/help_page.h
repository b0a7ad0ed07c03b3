// Reachable from every page: who reads, what the office can and cannot do, dates, codes, other ways in.
#pragma once

#include "intake/plain/turn.h"

namespace parapet::plain {

// `from`: the page to come back to, which the page keeps.
[[nodiscard]] std::string help_page(Turn& turn, const std::string& from);
// The same in another language.
[[nodiscard]] std::string help_page(Turn& turn);
// Whether files had been chosen on the page to come back to: help is asked for without them.
[[nodiscard]] bool had_files_before_help(const Turn& turn);
// Where its "back" leads.
[[nodiscard]] const std::string& way_back_of(const Turn& turn);

}  // namespace parapet::plain
