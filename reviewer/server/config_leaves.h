// The service says on its own log which root and which roster it works with, once each.
#pragma once

#include "reviewer/server/app.h"

namespace parapet::reviewer {

[[nodiscard]] Status log_configuration(App& app);

}  // namespace parapet::reviewer
