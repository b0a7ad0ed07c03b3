// puzzle: {answer, note, deployment, challenge_key, now, bits, used: bool} -> {bits: zero bits found}. With
// `used` the same answer was taken before.
#include "crypto/verify/puzzle.h"

#include "crypto/base/hash.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_puzzle {

using verify::PuzzleAnswer;

constexpr std::uint64_t kIssued = 1'795'449'600;  // 2026-11-23T16:00Z
constexpr unsigned kAsked = 12;
constexpr std::string_view kNote = "parapet-submit/1\nany octets: the note is under the hash as it is\n";

verify::Challenge issued(std::string_view key = "challenge key") {
    cast::FixedRandom random("puzzle nonce");
    return verify::ChallengeBook(verify::ChallengeKey::copy(cast::seed_of(key).bytes), cast::deployment())
        .issue(random, {kIssued});
}

// The first number that finds exactly so many zero bits.
PuzzleAnswer answer_of(unsigned bits, const verify::Challenge& challenge = issued()) {
    const Hash note = sha256(view(kNote));
    PuzzleAnswer out{challenge, 0};
    while (out.bits(note) != bits) ++out.n;
    return out;
}

Json in(ByteView answer, unsigned bits = kAsked) {
    return {{"answer", hex(answer)},
            {"note", hex(view(kNote))},
            {"deployment", hex(cast::deployment())},
            {"challenge_key", hex(cast::seed_of("challenge key"))},
            {"now", kIssued + 20},
            {"bits", bits},
            {"used", false}};
}

Json changed(const char* field, Json value) {
    Json out = in(answer_of(kAsked).encode());
    out[field] = std::move(value);
    return out;
}

void write_puzzle(VectorFolder& out) {
    out.ok("as-many-as-asked-for", "Twelve zero bits for twelve.", in(answer_of(kAsked).encode()),
           {{"bits", kAsked}});
    out.ok("more-than-asked-for", "Thirteen for twelve.", in(answer_of(kAsked + 1).encode()),
           {{"bits", kAsked + 1}});
    out.ok("nothing-asked-for", "An answer nobody asked for is taken.", in(answer_of(0).encode(), 0),
           {{"bits", 0}});
    PuzzleAnswer large{issued(), std::uint64_t{1} << 32U};
    while (large.bits(sha256(view(kNote))) != kAsked) ++large.n;
    out.ok("a-number-over-32-bits", "All eight octets count.", in(large.encode()), {{"bits", kAsked}});

    out.refused("one-bit-short", "Eleven for twelve.", in(answer_of(kAsked - 1).encode()), Code::puzzle);
    out.refused("another-note", "The answer is for the note it was made for.",
                changed("note", hex(view("parapet-submit/1\nanother\n"))), Code::puzzle);
    PuzzleAnswer next = answer_of(kAsked);
    ++next.n;
    out.refused("the-number-after", "Chance, and no way from one to the next.", in(next.encode()),
                Code::puzzle);
    out.refused("challenge-of-another-process", "Another server's, or before its restart.",
                in(answer_of(kAsked, issued("another key")).encode()), Code::bad_challenge);
    out.refused("challenge-of-another-deployment", "The deployment is under the MAC.",
                changed("deployment", hex(cast::fixed<DeploymentId>("elsewhere"))), Code::bad_challenge);
    out.refused("made-ahead", "Five minutes and a second later.", changed("now", kIssued + 301),
                Code::challenge_expired);
    out.refused("used", "Good for once.", changed("used", true), Code::challenge_used);
    out.refused("a-number-over-2-to-the-53", "Not every language has it.",
                in(PuzzleAnswer{issued(), std::uint64_t{1} << 53U}.encode()), Code::malformed);
    Bytes octets = answer_of(kAsked).encode();
    octets.push_back(0);
    out.refused("of-73-bytes", "Something after it.", in(octets), Code::trailing_bytes);
    octets.resize(71);
    out.refused("of-71-bytes", "One byte short.", in(octets), Code::truncated);
}

const Registered kRegistered{"puzzle", write_puzzle};

}  // namespace parapet::vectors::group_puzzle
