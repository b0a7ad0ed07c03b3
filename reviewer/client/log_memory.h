// What this desk has verified of the log, once and for ever: the log may only grow from here.
//
// The server that shows one desk another log than the next one is found out when either of them moves on, or
// when two desks compare. Not given: a comparison between desks, which is the witnesses' work.
#pragma once

#include "crypto/verify/audit_leaf.h"
#include "crypto/verify/checkpoint.h"

namespace parapet::officer {

class LogMemory {
public:
    // Nothing seen yet: the empty tree, from which every log grows.
    explicit LogMemory(verify::VerifierKey log);
    // From what was kept. As Checkpoint::verify.
    [[nodiscard]] static Result<LogMemory> restore(verify::VerifierKey log, ByteView checkpoint);

    [[nodiscard]] const verify::Seen& seen() const { return seen_; }
    [[nodiscard]] ByteView note() const { return note_; }  // empty while nothing was seen

    // forked when the log is smaller than what was seen or did not grow from it; what Checkpoint and
    // ConsistencyProof say. After an error nothing is remembered. The checkpoint it answers is this memory's.
    [[nodiscard]] Result<verify::Checkpoint> advance(ByteView checkpoint, ByteView consistency);

private:
    verify::VerifierKey log_;
    verify::Seen seen_;
    Bytes note_;
};

}  // namespace parapet::officer
