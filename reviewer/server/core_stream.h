// Where cores lie: what reporters sent in drop.db or as a file beside it, what the office wrote in case.db,
// and its files in a folder of their own.
#pragma once

#include "reviewer/server/app.h"
#include "service/http/bytes_in_runs.h"

namespace parapet::reviewer {

// In runs, as the receiver takes them. not_found when it is gone; io when it has another length than its row.
[[nodiscard]] Result<std::unique_ptr<service::ByteSource>> stream_core(App& app,
                                                                       const vault::PlacedObject& placed);
// Of a message: small enough for memory.
[[nodiscard]] Result<Bytes> whole_core(App& app, const vault::PlacedObject& placed);

}  // namespace parapet::reviewer
