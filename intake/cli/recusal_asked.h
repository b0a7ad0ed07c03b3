// Before what is written next has other readers, a person is told who is out of the case, and chooses.
#pragma once

#include "intake/cli/commands.h"
#include "intake/client/recusal.h"

namespace parapet::reporter {

// Whether the recused read on: as `said` beforehand, else asked at the controlling terminal, whatever the
// standard streams are. Where nobody is to be told of, nothing is asked, and they do not. configuration: it
// was not said, and there is no terminal to ask at, or no answer.
[[nodiscard]] Result<bool> keeps_recused(const OutOfCase& out, RecusedMay said, const Voice& voice);

}  // namespace parapet::reporter
