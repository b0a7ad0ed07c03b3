// parapet-intake from its configuration to its end; main.cpp is one call of it.
#pragma once

#include "intake/server/app.h"
#include "service/process/program.h"

namespace parapet::intake {

// Opens everything, then answers until it is told to stop. An error is of the first thing that could not be
// opened, and its text names the line of intake.toml that led there.
[[nodiscard]] Status serve(service::Program& program, Random& random, Clock clock);

}  // namespace parapet::intake
