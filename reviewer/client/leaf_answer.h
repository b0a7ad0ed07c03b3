// The beginning of every answer to a signed act: proof that the act is on the log.
#pragma once

#include "crypto/verify/bundle.h"
#include "reviewer/client/log_memory.h"

namespace parapet::officer {

// A leaf that was shown to be in the log. Opening what a read releases asks for one (open_case.h), so nothing
// can be decrypted before its proof held.
class ProvenLeaf {
public:
    [[nodiscard]] std::uint64_t index() const { return index_; }
    [[nodiscard]] std::uint64_t log_size() const { return log_size_; }

    // Takes records 6, 7, 9. Checkpoint, growth from what this desk saw, then the leaf itself: forked,
    // bad_proof, and what the parsers say.
    [[nodiscard]] static Result<ProvenLeaf> take(verify::RecordCursor& answer, ByteView leaf,
                                                 LogMemory& memory);

private:
    ProvenLeaf(std::uint64_t index, std::uint64_t log_size) : index_(index), log_size_(log_size) {}
    std::uint64_t index_;
    std::uint64_t log_size_;
};

}  // namespace parapet::officer
