// How long things are: padding classes and the lengths a core can have (crypto/SPEC.md section 3).
// Whoever holds no key checks a core's length with this and learns only its class.
#pragma once

#include <cstdint>

#include "crypto/base/result.h"

namespace parapet::verify {

enum class Kind : std::uint8_t { report = 1, message = 2, reply = 3, note = 4, identity = 5, attachment = 6 };

inline constexpr std::uint64_t kHeaderSize = 112;
inline constexpr std::uint64_t kPieceSize = 65'536;                                // of P
inline constexpr std::uint64_t kSealedPieceSize = kPieceSize + 16;                 // of the core
inline constexpr std::uint64_t kInlineCoreLimit = kHeaderSize + kSealedPieceSize;  // larger ones are uploads
inline constexpr std::uint64_t kFetchSize = 8 * kSealedPieceSize;                  // of a core, in one answer
inline constexpr std::uint64_t kMaxJson = 1 << 20;
inline constexpr std::uint64_t kMaxFile = 1 << 30;
inline constexpr std::size_t kMaxAttachments = 20;

// Padmé for n >= 2: at most 12 % more than n, and few different lengths.
[[nodiscard]] std::uint64_t padme(std::uint64_t n);

// padlen(kind, n): the length of P for n = 8 + len C bytes. too_large beyond the limit of the kind.
[[nodiscard]] Result<std::uint64_t> padlen(Kind kind, std::uint64_t n);

// The largest P of a kind.
[[nodiscard]] std::uint64_t max_padded(Kind kind);

// header || chunks for a P of this length (at least 1 byte).
[[nodiscard]] std::uint64_t core_length(std::uint64_t padded);
[[nodiscard]] std::uint64_t chunk_count(std::uint64_t padded);

// Where the piece of an upload that starts at `from` ends: 8 MiB on, on a chunk border, or at the end.
[[nodiscard]] std::uint64_t upload_piece_end(std::uint64_t from, std::uint64_t core_len);

// The length of P in a core of this length. bad_length when padlen never gives it.
[[nodiscard]] Result<std::uint64_t> padded_length(Kind kind, std::uint64_t core_len);

}  // namespace parapet::verify
