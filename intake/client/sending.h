// Bringing a bundle file to intake: large cores first, piece by piece from wherever the last try ended, then
// the submission that names them. Every step may be repeated; running it again is how to resume.
#pragma once

#include "intake/client/bundle_file.h"
#include "intake/client/doorway.h"
#include "service/http/client.h"

namespace parapet::reporter {

// How often to try again when a connection breaks or intake is busy, counted anew whenever something got
// through. The pause grows with each try.
struct Patience {
    unsigned tries = 6;
    std::chrono::milliseconds pause{1'000};
};

// Progress is of all large cores together, what was sent before included. What intake refuses comes back as
// its code; unreachable at once when nobody answers at all, and after `patience` when answers cease. Told to
// come later it comes later, however often, and says so to `waiting`; without one `wait` is returned.
[[nodiscard]] Status send_bundle(service::Client& intake, const BundleFile& bundle,
                                 const service::Progress& progress, Patience patience = {},
                                 Waiting* waiting = nullptr);

}  // namespace parapet::reporter
