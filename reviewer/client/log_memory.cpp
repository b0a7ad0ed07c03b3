#include "reviewer/client/log_memory.h"

#include "crypto/verify/merkle.h"

namespace parapet::officer {

LogMemory::LogMemory(verify::VerifierKey log) : log_(std::move(log)), seen_{0, verify::empty_root()} {}

Result<LogMemory> LogMemory::restore(verify::VerifierKey log, ByteView checkpoint) {
    TRY(const verify::Checkpoint kept, verify::Checkpoint::verify(checkpoint, log));
    LogMemory out(std::move(log));
    out.seen_ = {kept.size(), kept.root()};
    out.note_.assign(checkpoint.begin(), checkpoint.end());
    return out;
}

Result<verify::Checkpoint> LogMemory::advance(ByteView checkpoint, ByteView consistency) {
    TRY(verify::Checkpoint now, verify::Checkpoint::verify(checkpoint, log_));
    if (now.size() < seen_.size) return Error{Code::forked, "the log has become smaller"};
    TRY(const verify::ConsistencyProof proof, verify::ConsistencyProof::parse(consistency));
    TRY_(now.check_extends(seen_.size, seen_.root, proof));
    seen_ = {now.size(), now.root()};
    note_.assign(checkpoint.begin(), checkpoint.end());
    return now;
}

}  // namespace parapet::officer
