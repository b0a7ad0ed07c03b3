// The one mapping from a Code to an HTTP status.
#pragma once

#include <optional>

#include "crypto/base/error_code.h"

namespace parapet::service {

[[nodiscard]] int status_of(Code code);
// What a refusal's body says: `{"error":"<code>"}`, or
// `{"error":"<code>","<name>":<number>}` with a name of small letters, to the octet.
struct Refusal {
    Code code = Code::unavailable;
    std::uint64_t figure = 0;
};
// Nothing for any other text.
[[nodiscard]] std::optional<Refusal> read_refusal(std::string_view body);

}  // namespace parapet::service
