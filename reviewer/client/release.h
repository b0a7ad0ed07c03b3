// What a read released: cores, wraps and the notes that vouch for them, compared with what the log says.
// Everything here is still sealed.
#pragma once

#include "crypto/verify/header.h"
#include "crypto/verify/wrapset.h"
#include "reviewer/client/case_entry.h"
#include "reviewer/client/leaf_answer.h"

namespace parapet::officer {

struct SealedObject {
    LoggedObject logged;
    verify::EnvelopeHeader header;
    ByteView core;
    verify::Wrapset mine;
    verify::Digests digests;
};

// The rest of the answer after ProvenLeaf::take, in the order in which `asked` names messages and identities.
// Refused as a whole: wrong_tag (another envelope or core than the log says), wrong_case, wrong_deployment,
// wraps_hash (other recipients than were signed), wrong_author, what the parsers say. Views point into it.
[[nodiscard]] Result<std::vector<SealedObject>> take_released(verify::RecordCursor& answer,
                                                              std::span<const LoggedObject> asked,
                                                              const CaseId& case_id,
                                                              const DeploymentId& deployment);

}  // namespace parapet::officer
