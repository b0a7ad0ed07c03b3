#include "crypto/verify/puzzle.h"

#include <catch2/catch_test_macros.hpp>

#include "crypto/base/hash.h"
#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::puzzle_test {

Result<Json> run(const Json& in) {
    const Bytes octets = bytes_of(in, "answer"), note = bytes_of(in, "note");
    TRY(const auto answer, verify::PuzzleAnswer::parse(octets));
    CHECK(answer.encode() == octets);
    verify::ChallengeBook book(verify::ChallengeKey::copy(fixed_of<Hash>(in, "challenge_key").bytes),
                               fixed_of<DeploymentId>(in, "deployment"));
    const unsigned bits = in.at("bits");
    const verify::UnixTime now{in.at("now")};
    if (in.at("used").get<bool>()) TRY_(verify::check_puzzle(answer, note, bits, book, now));
    TRY_(verify::check_puzzle(answer, note, bits, book, now));
    return Json{{"bits", answer.bits(sha256(note))}};
}

TEST_CASE("answers to puzzles are what the vectors say") { run_group("puzzle", run); }

}  // namespace parapet::vectors::puzzle_test
