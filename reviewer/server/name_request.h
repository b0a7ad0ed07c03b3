// A request to open a confided name, and who may answer it (crypto/SPEC.md section 12). What is asked here
// does not depend on whether a name was given: the service cannot know.
#pragma once

#include "reviewer/server/officer_leaf.h"
#include "reviewer/server/writing.h"

namespace parapet::reviewer {

inline constexpr std::int64_t kRequestMinutes = std::int64_t{7} * 24 * 60;

struct NameRequest {
    vault::UnsealRow row;
    verify::AuditLines lines;
    [[nodiscard]] const RecipientId& requester() const { return lines.actor; }
};

// As it stands on the log.
[[nodiscard]] Result<NameRequest> read_request(const vault::CaseLook& look, vault::UnsealRow row);
// The one that an answer or an opening names. wrong_tag when there is none of this case and object; recused
// when the signer, or who asked, is out of the case; expired after seven days.
[[nodiscard]] Result<NameRequest> request_of(const App& app, const vault::CaseLook& look,
                                             const OfficerLeaf& leaf);
[[nodiscard]] bool has_expired(const App& app, const NameRequest& request);

// The custodians who hold a share of this name and may answer now: active, in the case, another person than
// `requester`. One line a person.
[[nodiscard]] Result<std::vector<const verify::Member*>> answerers(const App& app,
                                                                   const vault::CaseLook& look,
                                                                   const vault::UnsealRow& row);
// This person's share as it lies here; not_a_recipient when it has none.
[[nodiscard]] Result<Bytes> share_of(const App& app, const vault::CaseLook& look, const EnvelopeId& env,
                                     const PersonId& person);

// A reason, sealed for exactly these keys and its writer: wrong_case, core_hash when it is not the one the
// leaf names, not_a_recipient.
[[nodiscard]] Status check_reason(const Writing& reason, const OfficerLeaf& leaf, const CaseId& case_id,
                                  const std::vector<RecipientId>& readers);

}  // namespace parapet::reviewer
