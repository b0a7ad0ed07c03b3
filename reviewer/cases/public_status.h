// The words a reporter is told, and which may follow which. The words are those of crypto/SPEC.md section 4;
// they travel sealed, so the desk asks this before it seals, and no server can.
#pragma once

#include <array>
#include <string_view>

namespace parapet::cases {

inline constexpr std::array<std::string_view, 8> kPublicStatuses{
    "received", "acknowledged", "question", "review", "investigators", "decision", "suspended", "closed"};

[[nodiscard]] bool is_public_status(std::string_view word);

// Whether `next` may be told to somebody who was told `last` ("received" before anything was told).
// False for words that are none. Repeating the last word is always allowed.
[[nodiscard]] bool may_follow(std::string_view last, std::string_view next);

}  // namespace parapet::cases
