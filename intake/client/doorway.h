// The door of intake, for a request with a submit note in front: under a flood it asks for a puzzle or tells
// one to come later (crypto/SPEC.md section 6, intake/API.md), and both are done here.
#pragma once

#include <functional>
#include <optional>

#include "crypto/verify/puzzle.h"
#include "service/http/client.h"

namespace parapet::reporter {

// What a person is told meanwhile, on the asking thread.
class Waiting {
public:
    Waiting() = default;
    Waiting(const Waiting&) = delete;
    Waiting& operator=(const Waiting&) = delete;
    virtual ~Waiting() = default;
    // Every few thousand tries: how many were made, of how many that it takes on average.
    virtual void solving(std::uint64_t tried, std::uint64_t expected) = 0;
    // Answers when so many seconds are over.
    virtual void wait(std::uint64_t seconds) = 0;
};

class Doorway {
public:
    // Without `waiting` nobody waits: `wait` comes back as it is. Puzzles are solved either way.
    Doorway(service::Client& intake, Bytes note, Waiting* waiting)
        : intake_(intake), note_(std::move(note)), waiting_(waiting) {}

    // The request, with the answer to a puzzle behind its note where one was asked.
    using Request = std::function<Bytes(const std::optional<verify::PuzzleAnswer>&)>;
    [[nodiscard]] Result<Bytes> post(const char* path, const Request& request);

private:
    [[nodiscard]] Status solve(std::uint64_t bits);

    service::Client& intake_;
    const Bytes note_;
    Waiting* const waiting_;
    std::optional<verify::PuzzleAnswer> answer_;
};

}  // namespace parapet::reporter
