// A checkpoint: the log's signed word for its size and root (C2SP tlog-checkpoint, no extension lines).
#pragma once

#include <string>

#include "crypto/verify/note.h"
#include "crypto/verify/proof.h"

namespace parapet::verify {

struct CheckpointLines {
    std::string origin;  // the name in the log's vkey
    std::uint64_t size = 0;
    Hash root;

    [[nodiscard]] static Result<CheckpointLines> parse(std::string_view text);  // malformed
    [[nodiscard]] std::string print() const;
    friend bool operator==(const CheckpointLines&, const CheckpointLines&) = default;
};

// Signed by the log.
class Checkpoint {
public:
    // Form, malformed, wrong_origin, unknown_signer, bad_signature. Witness lines are passed over.
    [[nodiscard]] static Result<Checkpoint> verify(ByteView note, const VerifierKey& log);

    [[nodiscard]] std::uint64_t size() const { return lines_.size; }
    [[nodiscard]] const Hash& root() const { return lines_.root; }
    [[nodiscard]] ByteView note() const { return note_; }

    // bad_proof unless this proof, of this very tree, leads from the leaf to the root.
    [[nodiscard]] Status check_included(ByteView leaf, const InclusionProof& proof) const;
    // forked unless the proof shows that a tree of (old_size, old_root) only grew into this one.
    [[nodiscard]] Status check_extends(std::uint64_t old_size, const Hash& old_root,
                                       const ConsistencyProof& proof) const;

private:
    Checkpoint(ByteView note, CheckpointLines lines)
        : note_(note.begin(), note.end()), lines_(std::move(lines)) {}
    Bytes note_;
    CheckpointLines lines_;
};

}  // namespace parapet::verify
