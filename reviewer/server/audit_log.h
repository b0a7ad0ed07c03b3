// The log as the service shows it. A checkpoint is signed over rows that are committed, never over a
// transaction that might still be undone: all functions here are given a snapshot of what is durable.
#pragma once

#include "crypto/sign/sign_note.h"
#include "vault/case_store.h"

namespace parapet::reviewer {

struct SignedHead {
    vault::TreeHead head;
    Bytes checkpoint;
};

// That a leaf is in the log, and that the log still begins with what the asker saw before.
struct LeafProof {
    Bytes checkpoint;
    Bytes inclusion;
    Bytes consistency;
};

class AuditLog {
public:
    AuditLog(vault::CaseStore& cases, sign::SigningKey key, std::string origin)
        : cases_(cases), key_(std::move(key)), origin_(std::move(origin)) {}

    [[nodiscard]] Result<SignedHead> sign_head(const vault::CaseLook& committed) const;
    // forked when the log was never that small or never that large.
    [[nodiscard]] Result<Bytes> growth(const vault::CaseLook& committed, std::uint64_t from,
                                       const SignedHead& to) const;
    [[nodiscard]] Result<LeafProof> prove(std::uint64_t index, std::uint64_t seen_size) const;
    // If the log has grown: keeps the newest checkpoint in case.db, from where a backup or an export takes
    // it.
    [[nodiscard]] Status keep_checkpoint() const;

private:
    vault::CaseStore& cases_;
    sign::SigningKey key_;
    std::string origin_;
};

}  // namespace parapet::reviewer
