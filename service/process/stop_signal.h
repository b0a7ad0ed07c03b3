// SIGTERM and SIGINT as something a server can wait for.
#pragma once

#include "service/http/socket.h"

namespace parapet::service {

// Make it first in main(), before any thread: from then on the two signals interrupt nothing, and the
// descriptor is readable once one came. One object a process.
class StopSignal {
public:
    [[nodiscard]] static Result<StopSignal> prepare();

    [[nodiscard]] int descriptor() const { return descriptor_.number(); }
    // After the first signal was seen: the next one ends the process at once.
    void next_one_kills();

private:
    explicit StopSignal(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}
    Descriptor descriptor_;
};

}  // namespace parapet::service
