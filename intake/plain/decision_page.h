// The decision: what it is, its reasons, until when a review of it can be asked for, and support.
#pragma once

#include "intake/plain/turn.h"

namespace parapet::plain {

[[nodiscard]] std::string decision_page(Turn& turn);
// Sealed and signed like any message: from it the window of the review is counted, and not from the office's
// clock. `decision`: the envelope that the page showed, in hex.
[[nodiscard]] std::string say_it_was_read(Turn& turn, std::string_view decision);

}  // namespace parapet::plain
