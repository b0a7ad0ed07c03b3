// Reading and writing the small files of the ceremony.
#pragma once

#include <filesystem>

#include "crypto/base/secret.h"

namespace parapet::cli {

using Path = std::filesystem::path;

inline constexpr std::size_t kMostFile = 4 << 20;

// io, too_large.
[[nodiscard]] Result<Bytes> read_file(const Path& path);
// A new file; duplicate when there is one already: nothing is overwritten. `mode` as for open(2).
[[nodiscard]] Status write_new(const Path& path, ByteView bytes, unsigned mode);
inline constexpr unsigned kPublic = 0644;
inline constexpr unsigned kPrivate = 0600;

// From a file (its first line), or typed at the terminal with echo off when `file` is empty.
[[nodiscard]] Result<Plaintext> read_passphrase(const Path& file, const char* prompt);

}  // namespace parapet::cli
