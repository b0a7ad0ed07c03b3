// Well-formed UTF-8 (Unicode Table 3-7: no overlong form, no surrogate, nothing above U+10FFFF).
#pragma once

#include <string_view>

namespace parapet::verify {

// And no control character below U+0020 but line feed.
[[nodiscard]] bool is_plain_utf8(std::string_view in);

}  // namespace parapet::verify
