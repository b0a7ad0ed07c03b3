// One submission as it lies in drop.db, verified again without a key: the reviewer service does not take
// intake's word for it.
#pragma once

#include "crypto/verify/submit.h"
#include "crypto/verify/wrapset.h"
#include "reviewer/server/app.h"

namespace parapet::reviewer {

struct Arrival {
    verify::Submit submit;
    std::vector<verify::EnvelopeHeader> headers;  // one an object, in note order
    std::optional<verify::Wrapset> wraps;         // of the message: members' own entries
    std::optional<verify::ShareWrapset> shares;   // of the identity, where there is one
    [[nodiscard]] const CaseId& case_id() const { return submit.lines().case_id; }
};

// What verify::Submit says; core_hash, bad_length, wraps_hash; malformed when rows and note disagree;
// unknown_roster; what verify::check_identity says. The hash of a large core was checked by intake and is
// checked again by the desk, not here.
[[nodiscard]] Result<Arrival> verify_arrival(const App& app, const vault::StoredSubmission& stored);

}  // namespace parapet::reviewer
