// What the holder of a code sees and does: where the case stands, the office's messages, writing, reading
// again what was sent.
#pragma once

#include "intake/plain/turn.h"

namespace parapet::plain {

[[nodiscard]] std::string enter_page(const Turn& turn, std::string fault = {});
// With the code from the page that asks for it, or from the draft.
[[nodiscard]] std::string case_page(Turn& turn);
[[nodiscard]] std::string write_page(Turn& turn);
[[nodiscard]] std::string own_page(Turn& turn);

}  // namespace parapet::plain
