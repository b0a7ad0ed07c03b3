// What the server knows of a case's course. What a reporter is told is sealed and known to no server
// (public_status.h), so this is little.
#pragma once

#include <string_view>

namespace parapet::cases {

inline constexpr std::string_view kOpen = "open";

}  // namespace parapet::cases
