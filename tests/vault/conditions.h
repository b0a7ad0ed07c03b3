// Conditions of the machine that a test can ask for: another user, a small disk, a process that dies.
#pragma once

#include <filesystem>
#include <functional>

#include "crypto/base/result.h"

namespace parapet::vault::testing {

// While it lives, root's powers over files are put down: the process acts as a user who owns nothing.
// Changes nothing when the tests do not run as root.
class Powerless {
public:
    Powerless();
    Powerless(const Powerless&) = delete;
    Powerless& operator=(const Powerless&) = delete;
    ~Powerless();
    static constexpr unsigned kUser = 65534;

private:
    bool was_root_;
};

// Runs `body` in a child process and answers its exit code; 100 + signal when it was killed. Call while no
// other thread runs.
[[nodiscard]] int in_child(const std::function<int()>& body);

// The same, with `folder` on a disk of that many KiB of its own. kNoSmallDisk when this machine gives none.
inline constexpr int kNoSmallDisk = 77;
[[nodiscard]] int on_small_disk(const std::filesystem::path& folder, unsigned kib,
                                const std::function<int()>& body);

// While it lives, no file of this process can grow past `bytes`: writing more fails.
class FileSizeLimit {
public:
    explicit FileSizeLimit(std::uint64_t bytes);
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;
    ~FileSizeLimit();

private:
    std::uint64_t before_;
};

}  // namespace parapet::vault::testing
