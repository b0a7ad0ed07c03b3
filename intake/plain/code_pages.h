// The code is shown, and two of its groups asked back, before anything is sent.
#pragma once

#include "intake/plain/turn.h"

namespace parapet::plain {

[[nodiscard]] std::string code_page(Turn& turn);
[[nodiscard]] std::string ask_page(Turn& turn);
[[nodiscard]] std::string after_ask(Turn& turn);
// After it was sent: the same code, to write down.
[[nodiscard]] std::string code_once_more_page(Turn& turn);

}  // namespace parapet::plain
