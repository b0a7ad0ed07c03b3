// Where ciphertext leaves the reviewer service, and nowhere else.
//
//     signed read ──▶ commit_read()   one transaction: checks, leaf, tree; durable when it returns
//                          │
//                          ▼
//                    CommittedRead    can be made in no other way
//                          │
//                          ▼
//                     release()       checkpoint over committed rows, proof of the leaf, then ciphertext
//
// The types are the rule: a function that lets ciphertext out asks for a CommittedRead, and a CommittedRead
// is proof that its leaf is on the disk.
#pragma once

#include "reviewer/server/officer_leaf.h"
#include "service/http/answer.h"

namespace parapet::reviewer {

// Messages and identities of one read, together. A desk that wants more signs another read.
inline constexpr std::uint64_t kMostReleased = 32 * 1024 * 1024;

class CommittedRead {
public:
    [[nodiscard]] std::uint64_t index() const { return index_; }
    [[nodiscard]] const verify::AuditLines& lines() const { return lines_; }
    [[nodiscard]] const RecipientId& reader() const { return lines_.actor; }
    [[nodiscard]] const CaseId& case_id() const { return case_id_; }

private:
    friend Result<CommittedRead> commit_read(App&, const OfficerLeaf&);
    friend Result<CommittedRead> recall_read(App&, std::uint64_t, const verify::Member&);
    CommittedRead(std::uint64_t index, verify::AuditLines lines, const CaseId& case_id)
        : index_(index), lines_(std::move(lines)), case_id_(case_id) {}
    std::uint64_t index_;
    verify::AuditLines lines_;
    CaseId case_id_;
};

// wrong_tag (a case or object that is not in the log, or of another case), recused, not_a_recipient (no wrap
// for this key), too_large, forked, duplicate. The same bytes again are the same read.
[[nodiscard]] Result<CommittedRead> commit_read(App& app, const OfficerLeaf& leaf);
// A read of this member's that is on the log already, for its attachments. forbidden when the leaf at that
// index is not one; recused.
[[nodiscard]] Result<CommittedRead> recall_read(App& app, std::uint64_t index, const verify::Member& member);

// The messages and identities that the leaf names, with this member's wraps alone (reviewer/API.md).
[[nodiscard]] service::Answer release(App& app, const CommittedRead& read);
// One attachment that the leaf names, streamed. forbidden for anything else.
[[nodiscard]] service::Answer release_attachment(App& app, const CommittedRead& read, const EnvelopeId& env);

}  // namespace parapet::reviewer
