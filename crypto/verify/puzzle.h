// The puzzle: under a flood a server asks for a little work before it takes a note in (crypto/SPEC.md section
// 6). Every try costs one hash and succeeds by chance, so that whoever asks for one thing waits seconds and
// whoever asks for ten thousand waits hours. The challenge is fresh, the note is under the hash: no answer
// can be made ahead, kept, or used for something else.
//
//     SHA-256(L("parapet/1/puzzle", challenge || SHA-256(note) || u64 n))      begins with so many zero bits
#pragma once

#include "crypto/verify/challenge.h"

namespace parapet::verify {

inline constexpr unsigned kMostPuzzleBits = 18;  // 2^18 tries on average

struct PuzzleAnswer {
    Challenge challenge;
    std::uint64_t n = 0;

    [[nodiscard]] static Result<PuzzleAnswer> parse(ByteView in);  // truncated, malformed, trailing_bytes
    [[nodiscard]] Bytes encode() const;
    // The zero bits it found, for the note with this SHA-256.
    [[nodiscard]] unsigned bits(const Hash& note) const;
};

// bad_challenge, challenge_expired, puzzle (fewer zero bits than asked for), challenge_used. An answer that
// is not good enough uses nothing up.
[[nodiscard]] Status check_puzzle(const PuzzleAnswer& answer, ByteView note, unsigned bits,
                                  ChallengeBook& challenges, UnixTime now);

}  // namespace parapet::verify
