// A request to open a confided name, believed only as far as the log bears it out, and what custodians
// answered.
#pragma once

#include "crypto/keys/member_keys.h"
#include "crypto/verify/wrapset.h"
#include "reviewer/client/case_entry.h"
#include "reviewer/client/names_page.h"

namespace parapet::officer {

struct NameAnswer {
    bool agreed = false;
    std::string label;  // the public label of who answered
    PersonId person;
    std::string reason;  // of a refusal, where it is sealed to this officer
};

struct NameRequest {
    std::uint64_t index = 0;  // of its leaf
    Hash leaf_hash;
    CaseId case_id;
    LogTag case_tag;
    LogTag object;
    EnvelopeId env;
    Hash core_hash;
    Hash roster_hash;
    std::uint64_t quorum = 0;
    bool expired = false;
    verify::Minute asked;
    verify::Purpose purpose = verify::Purpose::assess;
    RecipientId requester;
    std::string label;                       // of who asks
    std::string reason;                      // empty where it is not sealed to this officer
    std::optional<verify::ShareWrap> share;  // my own
    std::vector<NameAnswer> answers;
    std::optional<Code> fault;  // what did not verify: such a request is not answered

    [[nodiscard]] std::size_t agreed() const;
};

// Never fails: what does not verify becomes the fault, by name. bad_proof, wrong_tag, wrong_type, core_hash
// (another reason than the leaf names), what AuditLeaf and the openers say.
[[nodiscard]] NameRequest verify_request(const ListedRequest& listed, const Office& office,
                                         const verify::Checkpoint& checkpoint, const keys::MemberKeys& keys);

// The label of this key in any roster, the newest first.
[[nodiscard]] std::string label_of(const RecipientId& rid, const Office& office);
// The line of this key in any roster.
[[nodiscard]] const verify::Member* line_of(const RecipientId& rid, const Office& office);
[[nodiscard]] const verify::Roster* roster_named(const Hash& hash, const Office& office);

}  // namespace parapet::officer
