// Where a confided name leaves the reviewer service, sealed, and nowhere else.
//
//     signed unseal-open ──▶ commit_open()   one transaction: k approvals by k other persons, leaf; durable
//                                │
//                                ▼
//                           CommittedOpen    can be made in no other way
//                                │
//                                ▼
//                           release_name()   proof of the leaf, the core, the shares handed to this requester
//
// Custodians never come here: the core goes to who asked, and to nobody without k of them.
#pragma once

#include "reviewer/server/name_request.h"
#include "service/http/answer.h"

namespace parapet::reviewer {

class CommittedOpen {
public:
    [[nodiscard]] std::uint64_t index() const { return index_; }
    [[nodiscard]] const verify::AuditLines& lines() const { return lines_; }
    [[nodiscard]] const NameRequest& request() const { return request_; }

private:
    friend Result<CommittedOpen> commit_open(App&, const OfficerLeaf&);
    CommittedOpen(std::uint64_t index, verify::AuditLines lines, NameRequest request)
        : index_(index), lines_(std::move(lines)), request_(std::move(request)) {}
    std::uint64_t index_;
    verify::AuditLines lines_;
    NameRequest request_;
};

// What request_of says; forbidden for another key than the one that asked; not_a_recipient when it is of the
// case's team no more; threshold while fewer than k custodians who are still in the case have agreed.
[[nodiscard]] Result<CommittedOpen> commit_open(App& app, const OfficerLeaf& leaf);

// reviewer/API.md.
[[nodiscard]] service::Answer release_name(App& app, const CommittedOpen& open);

}  // namespace parapet::reviewer
