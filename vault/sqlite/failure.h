// SQLite's result codes as ours. SQLite's own message is never used: it may quote a bound value.
#pragma once

#include "crypto/base/result.h"

namespace parapet::sqlite {

// storage_full: no room on the disk. permissions: file or folder cannot be opened or written.
// storage_key: not a store, or another key. io: the disk. busy: locked. storage: everything else.
[[nodiscard]] Error failure(int sqlite_result);

}  // namespace parapet::sqlite
