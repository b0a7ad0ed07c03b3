// The one mapping from a Code to an HTTP status.
#pragma once

#include <optional>

#include "crypto/base/error_code.h"

namespace parapet::service {

[[nodiscard]] int status_of(Code code);
// The code of a refusal's body, `{"error":"<code>"}` to the octet; nothing for any other text.
[[nodiscard]] std::optional<Code> code_in_refusal(std::string_view body);

}  // namespace parapet::service
