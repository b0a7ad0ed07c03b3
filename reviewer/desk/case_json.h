// A case that was read, for the page: opened text in ordinary memory, which this program wipes as it is freed
// (wiping_memory.cpp).
#pragma once

#include <string>

#include "reviewer/client/case_file.h"

namespace parapet::desk {

[[nodiscard]] std::string case_json(const officer::CaseFile& file, const officer::Office& office);

}  // namespace parapet::desk
