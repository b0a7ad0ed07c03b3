// Everything once more before the code: who reads, who does not, the answers, and what else may be said.
#pragma once

#include "intake/plain/turn.h"

namespace parapet::plain {

[[nodiscard]] std::string check_page(Turn& turn);
// What is confided beside the report; nothing while too few keepers of names are left, whatever was typed.
[[nodiscard]] std::optional<content::GivenIdentity> confided(const Turn& turn);
// A page that says what is still in the way of sending; none when nothing is.
[[nodiscard]] std::optional<std::string> what_is_missing(Turn& turn);

}  // namespace parapet::plain
