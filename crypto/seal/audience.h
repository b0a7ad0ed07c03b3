// Whom a submission is for, read from the roster alone: the readers, and the custodians of what is confided
// beside it. Made in one place, so that no client can forget the object that hides whether a name was given.
#pragma once

#include <set>

#include "crypto/content/content.h"
#include "crypto/seal/escrow.h"
#include "crypto/verify/roster.h"

namespace parapet::seal {

struct Audience {
    std::vector<SealKey> readers{};       // members; the reporter's own box is added
    std::uint64_t escrow = 0;             // custodians it takes to open a name; 0: no identity object
    std::vector<Custodian> custodians{};  // those not kept out, in ascending index
    content::Identity identity{};         // said to them alone

    // not_a_recipient when no reader is left; threshold when a name is given and fewer custodians are left
    // than open one.
    [[nodiscard]] static Result<Audience> of(const verify::Roster& roster, const std::set<PersonId>& excluded,
                                             content::Identity identity);
};

}  // namespace parapet::seal
