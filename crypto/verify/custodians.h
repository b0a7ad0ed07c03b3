// Who keeps confided names, and whether a submission carries the identity object that its roster asks for
// (crypto/SPEC.md section 12). Nothing here opens or splits anything.
#pragma once

#include <set>
#include <vector>

#include "crypto/verify/header.h"
#include "crypto/verify/roster.h"
#include "crypto/verify/wrapset.h"

namespace parapet::verify {

// Active members with role custodian, less these persons, in ascending index; of a person with several such
// lines the one of the lowest index. Empty when the roster has no escrow.
[[nodiscard]] std::vector<const Member*> custodians(const Roster& roster, const std::set<PersonId>& excluded);
// Whether a name can be confided: as many custodians are left as it takes to open one.
[[nodiscard]] bool keeps_names(const Roster& roster, const std::set<PersonId>& excluded);
// The index of this person's share of what was sealed under this roster; 0 when it has none.
[[nodiscard]] std::uint8_t share_index(const Roster& sealed_to, const PersonId& person);

// Of all headers of one submission, and the digests of its identity object: bad_header when an identity is
// missing under a roster with escrow, or stands under one without; not_a_recipient when a share goes to
// somebody who is not a custodian of that roster.
[[nodiscard]] Status check_identity(const Roster& sealed_to, const std::vector<EnvelopeHeader>& headers,
                                    const Digests* shares);

}  // namespace parapet::verify
