// Files that came with a form, ready to seal: pictures without what they tell about their maker.
#pragma once

#include <memory>

#include "crypto/seal/submission.h"
#include "intake/client/catalogue.h"
#include "intake/plain/multipart.h"

namespace parapet::plain {

struct FilesToSeal {
    std::vector<std::unique_ptr<Source>> sources;  // an upload, and behind it what reads from it
    std::vector<seal::FileToSeal> files;
    std::vector<std::string> said;  // of each file, in words: its name, its size, what was removed
};

inline constexpr std::size_t kMostFiles = 20;

// The uploads must outlive the answer. malformed for a picture from which nothing could be removed: it is not
// sealed by accident; too_large for more than kMostFiles.
[[nodiscard]] Result<FilesToSeal> files_to_seal(const std::vector<Upload>& uploads,
                                                const reporter::Catalogue& words);

}  // namespace parapet::plain
