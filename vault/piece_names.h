// File names inside a piece folder.
#pragma once

#include <string>

#include "vault/drop_rows.h"

namespace parapet::vault {

[[nodiscard]] inline std::string data_name(const UploadId& id) { return to_hex(id); }
[[nodiscard]] inline std::string hashes_name(const UploadId& id) { return to_hex(id) + ".hashes"; }

}  // namespace parapet::vault
