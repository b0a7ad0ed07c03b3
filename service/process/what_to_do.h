// What an operator can do when a server does not start: the end of the line that names the code and the
// place.
#pragma once

#include "crypto/base/result.h"

namespace parapet::service {

// "; and a sentence", or nothing where the code and the place say it all.
[[nodiscard]] Literal what_to_do(Code code);

}  // namespace parapet::service
