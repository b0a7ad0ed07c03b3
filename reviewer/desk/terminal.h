// Asking for the passphrase at the terminal, unseen; or taking it from a private file, for a rehearsal.
#pragma once

#include <filesystem>

#include "crypto/base/secret.h"

namespace parapet::desk {

// io, permissions (others may read the file), wrong_passphrase when nothing was given.
[[nodiscard]] Result<Plaintext> ask_passphrase(const std::filesystem::path& file);

}  // namespace parapet::desk
