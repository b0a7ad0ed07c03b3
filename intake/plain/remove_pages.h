// Taking away what the code opens: explained, asked twice, and then true.
#pragma once

#include "intake/plain/turn.h"

namespace parapet::plain {

[[nodiscard]] std::string remove_page(Turn& turn);
[[nodiscard]] std::string surely_page(Turn& turn);
// For ever. Pressed twice it says the same.
[[nodiscard]] std::string take_access_away(Turn& turn);
// What a code says whose access was taken away.
[[nodiscard]] std::string removed_page(const Turn& turn);

}  // namespace parapet::plain
