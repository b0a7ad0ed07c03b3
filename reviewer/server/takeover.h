// Takeover: what reporters sent becomes cases. Reads drop.db, writes case.db.
//
// Submissions are taken in shuffled order, so that the order of leaves says no more about who sent when than
// the batch does. One submission is one transaction: case, objects, wraps, the `received` leaf, the outbox
// row that lets intake delete its copy of the wraps.
#pragma once

#include <set>

#include "reviewer/server/app.h"

namespace parapet::reviewer {

// Submissions that did not verify: left where they are, told to the event log once, not looked at again by
// this process.
using Refused = std::set<vault::SubmissionName>;

// Everything that waits now; how many were taken. Asking again does nothing twice.
[[nodiscard]] Result<std::size_t> take_over(App& app, Refused& refused);

}  // namespace parapet::reviewer
