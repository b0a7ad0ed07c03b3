#include "crypto/verify/puzzle.h"

#include <bit>

#include "crypto/base/hash.h"
#include "crypto/base/reader.h"

namespace parapet::verify {
namespace {

constexpr std::uint64_t kLargestTry = (std::uint64_t{1} << 53U) - 1;

}  // namespace

Result<PuzzleAnswer> PuzzleAnswer::parse(ByteView in) {
    Reader r(in);
    PuzzleAnswer out;
    TRY(out.challenge, r.take_fixed<Challenge>());
    TRY(out.n, r.take_u64());
    if (out.n > kLargestTry) return Error{Code::malformed, "a number that not every language has"};
    TRY_(r.finish());
    return out;
}

Bytes PuzzleAnswer::encode() const {
    Bytes out;
    put(out, challenge);
    put_u64(out, n);
    return out;
}

unsigned PuzzleAnswer::bits(const Hash& note) const {
    Bytes in;
    put(in, challenge);
    put(in, note);
    put_u64(in, n);
    const Hash found = labelled_hash("parapet/1/puzzle", in);
    unsigned out = 0;
    for (const std::uint8_t octet : found.bytes) {
        out += static_cast<unsigned>(std::countl_zero(octet));
        if (octet != 0) break;
    }
    return out;
}

Status check_puzzle(const PuzzleAnswer& answer, ByteView note, unsigned bits, ChallengeBook& challenges,
                    UnixTime now) {
    TRY_(challenges.check(answer.challenge, now));
    if (answer.bits(sha256(note)) < bits) return Error{Code::puzzle, "an answer with too few zero bits"};
    return challenges.redeem(answer.challenge, now);
}

}  // namespace parapet::verify
