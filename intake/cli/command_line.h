// The command line of parapet-report.
#pragma once

#include <vector>

#include "crypto/base/secret.h"
#include "crypto/verify/calendar.h"
#include "intake/cli/voice.h"

namespace parapet::reporter {

// Reads it, does what it says, and answers with the exit code: 0 done, 1 refused, 2 the command line is at
// fault, 3 over by itself. `arguments` without the program's name.
[[nodiscard]] int run(const std::vector<std::string>& arguments, const Voice& voice, verify::Day today,
                      Random& random);

}  // namespace parapet::reporter
