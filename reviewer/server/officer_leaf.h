// What every signed act of an officer is asked before it may become a leaf: read, reply, note, login, recuse.
#pragma once

#include "crypto/verify/audit_leaf.h"
#include "reviewer/server/app.h"

namespace parapet::reviewer {

struct OfficerLeaf {
    verify::AuditLeaf leaf;
    verify::Member member;

    [[nodiscard]] const verify::AuditLines& lines() const { return leaf.lines(); }
    [[nodiscard]] vault::NewLeaf row() const { return {lines().actor, lines().nonce, leaf.note()}; }
};

// Form, signature by an active member with a reading role, deployment; wrong_type for another event than
// these; wrong_time.
[[nodiscard]] Result<OfficerLeaf> open_leaf(const App& app, ByteView note,
                                            std::initializer_list<verify::AuditEvent> events);

// Inside the transaction of the act. forked when the signer says to have seen a log that this never was.
[[nodiscard]] Status check_seen(const vault::CaseLook& look, const OfficerLeaf& leaf);
// The case the leaf names. wrong_tag when there is none; recused when the person is out of it.
[[nodiscard]] Result<vault::CaseRow> case_of(const vault::CaseLook& look, const OfficerLeaf& leaf);

}  // namespace parapet::reviewer
