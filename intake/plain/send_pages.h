// The files, sending, and what arrived.
#pragma once

#include "intake/plain/turn.h"

namespace parapet::plain {

[[nodiscard]] std::string files_page(Turn& turn);
[[nodiscard]] std::string send_page(Turn& turn);
// That a report with other words had arrived before; what is written now is added in its case.
[[nodiscard]] std::string held_page(Turn& turn);
[[nodiscard]] std::string sent_page(Turn& turn);

}  // namespace parapet::plain
