// The files a person named, as they are sealed: pictures without what they tell about their maker
// (intake/client/metadata/README.md).
#pragma once

#include <memory>
#include <vector>

#include "crypto/seal/submission.h"
#include "intake/cli/commands.h"

namespace parapet::reporter {

struct FilesToSeal {
    std::vector<std::unique_ptr<Source>> sources;  // an original, and behind it what reads from it
    std::vector<seal::FileToSeal> files;
};

// Says on standard output what was removed from each file, or what may still be inside. malformed for a
// picture, by its first octets or by its ending, from which nothing can be removed: it is not sealed by
// accident. With keep_metadata every file stays as it is; with_originals, a picture's untouched original
// comes right behind it, marked in its name as on the page.
[[nodiscard]] Result<FilesToSeal> open_files(const GivenWords& words, const Voice& voice);

}  // namespace parapet::reporter
