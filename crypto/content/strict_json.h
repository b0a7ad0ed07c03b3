// JSON in the one form that content allows: UTF-8 without byte order mark, no key twice, no number but an
// integer of at most 2^53 - 1, nesting bounded.
#pragma once

#include <nlohmann/json.hpp>

#include "crypto/base/bytes.h"

namespace parapet::content {

using Json = nlohmann::json;

inline constexpr std::size_t kMostNesting = 8;  // of content; a questionnaire goes deeper

// content_schema; too_large over 1 MiB.
[[nodiscard]] Result<Json> parse_strict(ByteView in, std::size_t most_nesting = kMostNesting);

}  // namespace parapet::content
