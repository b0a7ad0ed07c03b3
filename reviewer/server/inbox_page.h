// The inbox as JSON (reviewer/API.md): ids, leaves and proofs, from which a desk computes every tag itself.
#pragma once

#include <string>

#include "crypto/verify/member.h"
#include "reviewer/server/app.h"

namespace parapet::reviewer {

// Every proof leads to `head`, which must have been signed over the same snapshot.
[[nodiscard]] Result<std::string> inbox_page(App& app, const vault::CaseLook& look,
                                             const verify::Member& member, std::uint32_t first_row,
                                             const vault::TreeHead& head);

}  // namespace parapet::reviewer
