// A new key file behind a passphrase that was typed, read or made.
#pragma once

#include "crypto/cli/files.h"
#include "crypto/keys/key_file.h"

namespace parapet::cli {

// Where the passphrase comes from: a file, or (empty) one is made and shown once on standard output.
[[nodiscard]] Result<Plaintext> choose_passphrase(const Path& file, Random& random);

[[nodiscard]] Result<keys::KeySeed> make_key_file(const Path& path, keys::KeyUse use,
                                                  const Plaintext& passphrase, Random& random);
[[nodiscard]] Result<keys::KeySeed> open_key(const Path& path, keys::KeyUse use, const Path& passphrase_file);

}  // namespace parapet::cli
