#include "reviewer/server/audit_log.h"

#include "crypto/verify/checkpoint.h"

namespace parapet::reviewer {

Result<SignedHead> AuditLog::sign_head(const vault::CaseLook& committed) const {
    SignedHead out;
    TRY(out.head, committed.head());
    const verify::CheckpointLines lines{origin_, out.head.size, out.head.root};
    out.checkpoint = sign::sign_note(lines.print(), origin_, key_);
    return out;
}

Result<Bytes> AuditLog::growth(const vault::CaseLook& committed, std::uint64_t from,
                               const SignedHead& to) const {
    if (from > to.head.size) return Error{Code::forked, "the log was never that large"};
    TRY(const verify::ConsistencyProof proof, committed.consistency(from, to.head.size));
    return proof.encode();
}

Result<LeafProof> AuditLog::prove(std::uint64_t index, std::uint64_t seen_size) const {
    return cases_.read([&](const vault::CaseLook& committed) -> Result<LeafProof> {
        TRY(SignedHead now, sign_head(committed));
        TRY(const verify::InclusionProof inclusion, committed.inclusion(index, now.head.size));
        TRY(Bytes consistency, growth(committed, seen_size, now));
        return LeafProof{std::move(now.checkpoint), inclusion.encode(), std::move(consistency)};
    });
}

Status AuditLog::keep_checkpoint() const {
    TRY(SignedHead now, cases_.read([&](const vault::CaseLook& committed) -> Result<SignedHead> {
        TRY(SignedHead head, sign_head(committed));
        const Result<vault::StoredCheckpoint> kept = committed.checkpoint();
        if (kept.ok() && kept->head.size == head.head.size) head.checkpoint.clear();
        return head;
    }));
    if (now.checkpoint.empty()) return Done{};
    return cases_.save_checkpoint({now.head, std::move(now.checkpoint)});
}

}  // namespace parapet::reviewer
