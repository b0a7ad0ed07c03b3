// The header fields every response carries, whatever was asked and however it ended.
#pragma once

#include <string>
#include <string_view>

namespace parapet::service {

// Content security policies, one a service. No inline script, no eval, no remote resource in any of them.
// `blob:` is for pictures a page made itself: a decrypted attachment, shown without a request.
inline constexpr std::string_view kPagePolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'; require-trusted-types-for 'script'";
inline constexpr std::string_view kDeskPolicy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src blob:; "
    "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; "
    "require-trusted-types-for 'script'";
// A service that serves no page at all.
inline constexpr std::string_view kNoPagePolicy =
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'";

// The fields, each line ended by CR LF. Neither the date nor the server's name is among them.
[[nodiscard]] std::string fixed_fields(std::string_view content_policy);

}  // namespace parapet::service
