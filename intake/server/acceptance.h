// What intake asks of a verified submission before it stores it: the roster it was sealed to, and how its
// wraps divide into the members' and the reporter's own.
#pragma once

#include "crypto/verify/header.h"
#include "crypto/verify/wrapset.h"
#include "vault/deployment_folder.h"

namespace parapet::intake {

// A superseded roster is accepted for this long: somebody may have sealed offline.
inline constexpr std::int32_t kSupersededDays = 30;

// The roster that the headers name; it lives as long as the deployment. unknown_roster when it is none of
// ours or was superseded too long ago; expired for a report once the newest has run out.
[[nodiscard]] Result<const verify::Roster*> accepted_roster(const vault::DeploymentFolder& deployment,
                                                            verify::Day today,
                                                            const verify::EnvelopeHeader& message);

struct DividedWraps {
    std::optional<verify::Wrapset> members;  // without those revoked since; nothing when all were
    verify::Wrapset own;
};

// The entry of no member is the reporter's own. not_a_recipient unless there is exactly one of it and at
// least one of a member.
[[nodiscard]] Result<DividedWraps> divide_wraps(const verify::Roster& sealed_to, const verify::Roster& now,
                                                const verify::Wrapset& wraps);

// The shares of an identity, less those for keys that were revoked since. None of them is the reporter's own.
[[nodiscard]] verify::ShareWrapset without_revoked(const verify::Roster& now, verify::ShareWrapset shares);

}  // namespace parapet::intake
