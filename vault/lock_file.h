// One writing process per store: the writer holds a lock on `<store>.writer` as long as it lives.
#pragma once

#include "vault/file.h"

namespace parapet::vault {

// busy when another process, or another part of this one, writes the store.
[[nodiscard]] Result<File> lock_for_writing(const std::filesystem::path& store);

}  // namespace parapet::vault
