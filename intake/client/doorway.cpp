#include "intake/client/doorway.h"

#include <algorithm>

#include "crypto/base/hash.h"

namespace parapet::reporter {
namespace {

// Load rises while one searches, and a challenge ends after five minutes; more often than this is no load.
constexpr unsigned kMostPuzzles = 20;
constexpr std::uint64_t kTriesBetweenWords = 8'192;
constexpr std::uint64_t kLongestWait = 3'600;

// The server began anew, the search took too long, or the answer to an earlier try was lost.
bool is_stale(Code code) {
    return code == Code::bad_challenge || code == Code::challenge_expired || code == Code::challenge_used;
}

}  // namespace

Result<Bytes> Doorway::post(const char* path, const Request& request) {
    for (unsigned puzzles = 0;;) {
        Result<Bytes> said = intake_.post(path, request(answer_));
        if (said.ok()) {
            answer_.reset();  // used up, if there was one
            return said;
        }
        const Code code = said.error().code;
        if (code == Code::wait && waiting_ != nullptr) {
            waiting_->wait(std::clamp<std::uint64_t>(intake_.last_figure(), 1, kLongestWait));
        } else if (code == Code::puzzle && ++puzzles <= kMostPuzzles) {
            TRY_(solve(intake_.last_figure()));
        } else if (answer_ && is_stale(code)) {
            answer_.reset();
        } else {
            return said;
        }
    }
}

Status Doorway::solve(std::uint64_t bits) {
    if (bits == 0 || bits > verify::kMostPuzzleBits)
        return Error{Code::unavailable, "what answered asks for more than a service of ours may"};
    TRY(const Bytes fresh, intake_.get("/api/challenge"));
    verify::PuzzleAnswer answer;
    TRY(answer.challenge, verify::Challenge::from(fresh));
    const Hash note = sha256(note_);
    for (;; ++answer.n) {
        if (waiting_ != nullptr && answer.n % kTriesBetweenWords == 0)
            waiting_->solving(answer.n, std::uint64_t{1} << bits);
        if (answer.bits(note) >= bits) break;
    }
    answer_ = answer;
    return Done{};
}

}  // namespace parapet::reporter
