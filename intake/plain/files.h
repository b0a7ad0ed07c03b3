// Files that came with a form, ready to seal: pictures without what they tell about their maker.
#pragma once

#include <memory>

#include "crypto/seal/submission.h"
#include "intake/client/catalogue.h"
#include "intake/plain/multipart.h"

namespace parapet::plain {

// What a person ticked beside the files.
struct FileWish {
    bool originals = false;  // beside each cleaned picture its untouched original
    bool damaged = false;    // a picture from which nothing can be removed goes as it is
};

// Of one file that is sealed, in words: what was removed from it, or was not.
struct ToldFile {
    std::string name;
    std::uint64_t size = 0;
    std::string told;
};

struct FilesToSeal {
    std::vector<std::unique_ptr<Source>> sources;  // an upload, and behind it what reads from it
    std::vector<seal::FileToSeal> files;
    std::vector<ToldFile> told;
    std::vector<std::string> left_out;  // sentences: empty files, those over kMostFiles
    std::vector<std::string> faults;    // sentences; where there is one, nothing is sealed by accident
};

inline constexpr std::size_t kMostFiles = 20;

// The uploads must outlive the answer. Nothing is left out in silence.
[[nodiscard]] FilesToSeal files_to_seal(const std::vector<Upload>& uploads, FileWish wish,
                                        const reporter::Catalogue& words);

}  // namespace parapet::plain
