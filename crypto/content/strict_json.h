// JSON in the one form that content allows: UTF-8 without byte order mark, no key twice, no number but an
// integer of at most 2^53 - 1, nesting at most 8.
#pragma once

#include <nlohmann/json.hpp>

#include "crypto/base/bytes.h"

namespace parapet::content {

using Json = nlohmann::json;

// content_schema; too_large over 1 MiB.
[[nodiscard]] Result<Json> parse_strict(ByteView in);

}  // namespace parapet::content
