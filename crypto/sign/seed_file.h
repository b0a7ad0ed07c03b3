// Where a service keeps the seed of a signing key: 64 hexadecimal characters and a line feed, readable and
// writable by its owner and nobody else.
#pragma once

#include <filesystem>

#include "crypto/sign/signing_key.h"

namespace parapet::sign {

// io, permissions (mode is not 0600, or not a plain file), malformed.
[[nodiscard]] Result<SignSeed> read_seed_file(const std::filesystem::path& path);
// Makes a new file, durable when this returns. io when one is there already.
[[nodiscard]] Status write_seed_file(const std::filesystem::path& path, const SignSeed& seed);

}  // namespace parapet::sign
