// For somebody who sealed elsewhere, with the offline page or on the command line, and whose browser here
// runs no scripts. Nothing of it can be read here.
#pragma once

#include "intake/plain/turn.h"

namespace parapet::plain {

[[nodiscard]] std::string sealed_page(Turn& turn);
// The page after its button was pressed: sent, or why not.
[[nodiscard]] std::string send_sealed_page(Turn& turn);

}  // namespace parapet::plain
