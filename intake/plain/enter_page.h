// Where a code is typed.
#pragma once

#include "intake/plain/turn.h"

namespace parapet::plain {

[[nodiscard]] std::string enter_page(Turn& turn);
// What was typed stays, to be compared digit by digit.
[[nodiscard]] std::string enter_page(Turn& turn, const std::string& fault);
void take_code(Turn& turn);

}  // namespace parapet::plain
