// What a desk remembers from one start to the next: root, rosters, and the last checkpoint it verified.
// Public notes all of them; they are private because whoever changes the file makes the desk forget.
//
// A bundle (crypto/SPEC.md section 7): record 1 root, record 1 each roster, then record 6 the checkpoint
// unless nothing of the log was seen. Mode 0600, replaced as a whole.
#pragma once

#include <filesystem>
#include <optional>

#include "reviewer/client/log_memory.h"
#include "reviewer/client/office.h"

namespace parapet::desk {

struct Remembered {
    officer::Office office;
    officer::LogMemory memory;
};

// Nothing when there is no file. permissions when others may read or write it; what its notes are refused
// for.
[[nodiscard]] Result<std::optional<Remembered>> load_state(const std::filesystem::path& file,
                                                           const verify::Fingerprint& expected);
// Durable when it answers Done.
[[nodiscard]] Status save_state(const std::filesystem::path& file, const officer::Office& office,
                                const officer::LogMemory& memory);

}  // namespace parapet::desk
