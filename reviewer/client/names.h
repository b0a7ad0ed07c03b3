// Asking for a confided name, agreeing as a custodian, refusing, opening: what is sealed and signed for each,
// and what is demanded of what comes back. The name itself is readable in open_name() alone.
#pragma once

#include "crypto/base/secret.h"
#include "reviewer/client/case_file.h"
#include "reviewer/client/name_request.h"
#include "reviewer/client/reply.h"

namespace parapet::officer {

// The identity object beside the message of this number, as the case's own objects list it; not_found.
[[nodiscard]] Result<LoggedObject> identity_of(const CaseFile& file, std::uint32_t seq);

// Why the name is wanted, for the custodians who hold a share of it and for this officer. not_found when the
// message that carries its marks was not read; threshold when nobody is left to ask.
[[nodiscard]] Result<SealedWriting> seal_reason_to_ask(const CaseFile& file, std::uint32_t seq,
                                                       const std::string& reason, const Office& office,
                                                       const keys::MemberKeys& keys, Random& random);
// Why not, for who asked. unknown_signer when that key is of the roster no more.
[[nodiscard]] Result<SealedWriting> seal_reason_to_refuse(const NameRequest& request,
                                                          const std::string& reason, const Office& office,
                                                          const keys::MemberKeys& keys, Random& random);

// My share, opened and sealed again for who asked. not_a_recipient without one; unknown_signer when that key
// is of the roster no more; what unwrap_share says.
[[nodiscard]] Result<verify::ShareWrapset> hand_on_share(const NameRequest& request, const Office& office,
                                                         const keys::MemberKeys& keys, Random& random);

struct OpenedName {
    std::uint64_t leaf = 0;  // of the opening
    // Nothing while too few true shares are there: then another custodian may still agree.
    std::optional<content::Identity> identity;
    std::vector<std::string> liars;  // labels of custodians who handed on another share than they were given
};
// The rest of the answer to an opening, after ProvenLeaf::take. Each approval is proven, each share compared
// with what the reporter signed.
[[nodiscard]] Result<OpenedName> open_name(const ProvenLeaf& proof, verify::RecordCursor& answer,
                                           const CaseFile& file, const NameRequest& request,
                                           const verify::Checkpoint& checkpoint, const Office& office,
                                           const keys::MemberKeys& keys);

}  // namespace parapet::officer
