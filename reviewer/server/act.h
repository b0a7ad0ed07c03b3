// Handlers whose answer is nothing but the proof of a leaf.
#pragma once

#include "reviewer/server/officer_leaf.h"
#include "service/http/answer.h"

namespace parapet::reviewer {

// 6 checkpoint, 7 inclusion proof of the leaf, 9 consistency proof from its `seen`.
[[nodiscard]] service::Answer prove_leaf(const App& app, const OfficerLeaf& leaf, std::uint64_t index);

}  // namespace parapet::reviewer
