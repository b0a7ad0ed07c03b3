// What begins with the env_id of its object (digests and wrapsets, crypto/SPEC.md §5) lies in drop.db without
// it: the row has it.
#pragma once

#include "crypto/base/bytes.h"
#include "vault/drop_rows.h"

namespace parapet::vault::drop {

// Empty ones are empty. The set must be this envelope's.
[[nodiscard]] ByteView without_env(ByteView set, const EnvelopeId& env_id);
[[nodiscard]] Bytes with_env(ByteView rest, const EnvelopeId& env_id);

}  // namespace parapet::vault::drop
