// One line that nobody else may see: a passphrase or a code, typed at the terminal or kept in a private file.
#pragma once

#include <filesystem>
#include <string_view>

#include "crypto/base/secret.h"

namespace parapet::keys {

// Asks at the controlling terminal, whatever the standard streams are. Echo is off before the question is
// shown, so that nothing typed at once is lost or seen. io: there is no terminal, or it cannot be read.
[[nodiscard]] Result<Plaintext> ask_secret_line(std::string_view question);

// A reporter's own note of a code is taken as it lies; an office's passphrase only from a private file.
enum class Rights { any, owner_only };

// The first line of a file. io; permissions: others may read it.
[[nodiscard]] Result<Plaintext> read_secret_line(const std::filesystem::path& file, Rights rights);

}  // namespace parapet::keys
