// Bringing a bundle file to intake: large cores first, piece by piece from wherever the last try ended, then
// the submission that names them. Every step may be repeated; running it again is how to resume.
#pragma once

#include "intake/client/bundle_file.h"
#include "service/http/client.h"

namespace parapet::reporter {

// What intake refuses comes back as its code; unreachable when nobody answered.
[[nodiscard]] Status send_bundle(service::Client& intake, const BundleFile& bundle,
                                 const service::Progress& progress);

}  // namespace parapet::reporter
