// The gateway's process: its settings, what it reads once, and its routes.
#pragma once

#include "intake/plain/gateway.h"
#include "service/process/program.h"

namespace parapet::plain {

[[nodiscard]] Status serve(service::Program& program, Random& random, Clock clock);

}  // namespace parapet::plain
