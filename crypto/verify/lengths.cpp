#include "crypto/verify/lengths.h"

#include <algorithm>
#include <bit>

namespace parapet::verify {
namespace {

constexpr std::uint64_t kSmallest = 16'384;
// JSON, its length, the author's key and signature, and the length of C.
constexpr std::uint64_t kMaxContent = 8 + 4 + kMaxJson + 32 + 64;

constexpr bool has_one_length(Kind kind) { return kind == Kind::reply || kind == Kind::identity; }

constexpr std::uint64_t smallest(Kind kind) { return kind == Kind::attachment ? kPieceSize : kSmallest; }

}  // namespace

std::uint64_t padme(std::uint64_t n) {
    INVARIANT(n >= 2 && n <= std::uint64_t{1} << 62);
    const auto e = static_cast<unsigned>(std::bit_width(n)) - 1;
    const auto s = static_cast<unsigned>(std::bit_width(e));
    const std::uint64_t mask = (std::uint64_t{1} << (e - s)) - 1;
    return (n + mask) & ~mask;
}

std::uint64_t max_padded(Kind kind) {
    if (has_one_length(kind)) return kSmallest;
    return padme(kind == Kind::attachment ? kMaxFile + 8 : kMaxContent);
}

Result<std::uint64_t> padlen(Kind kind, std::uint64_t n) {
    const std::uint64_t largest = has_one_length(kind)       ? kSmallest
                                  : kind == Kind::attachment ? kMaxFile + 8
                                                             : kMaxContent;
    if (n > largest) return Error{Code::too_large, "more than one object of this kind may hold"};
    if (n <= smallest(kind)) return smallest(kind);
    return padme(n);
}

std::uint64_t chunk_count(std::uint64_t padded) { return (padded + kPieceSize - 1) / kPieceSize; }

std::uint64_t core_length(std::uint64_t padded) { return kHeaderSize + padded + 16 * chunk_count(padded); }

std::uint64_t upload_piece_end(std::uint64_t from, std::uint64_t core_len) {
    constexpr std::uint64_t kPiece = 128 * kSealedPieceSize;
    const std::uint64_t border = from == 0 ? kHeaderSize : from;
    return std::min(core_len, border + kPiece);
}

Result<std::uint64_t> padded_length(Kind kind, std::uint64_t core_len) {
    constexpr Error kImpossible{Code::bad_length, "a length that padding cannot give"};
    if (core_len > core_length(max_padded(kind)) || core_len < core_length(smallest(kind)))
        return kImpossible;
    const std::uint64_t sealed = core_len - kHeaderSize;
    const std::uint64_t tags = 16 * ((sealed + kSealedPieceSize - 1) / kSealedPieceSize);
    const std::uint64_t padded = sealed - tags;
    if (core_length(padded) != core_len) return kImpossible;  // a last chunk without a byte in it
    if (padded != smallest(kind) && (has_one_length(kind) || padme(padded) != padded)) return kImpossible;
    return padded;
}

}  // namespace parapet::verify
