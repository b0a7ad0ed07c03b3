#include "vault/drop_sets.h"

#include <algorithm>

namespace parapet::vault::drop {

ByteView without_env(ByteView set, const EnvelopeId& env_id) {
    if (set.empty()) return set;
    const ByteView first = env_id.view();
    INVARIANT(set.size() > first.size() && std::ranges::equal(set.first(first.size()), first));
    return set.subspan(first.size());
}

Bytes with_env(ByteView rest, const EnvelopeId& env_id) {
    Bytes out;
    if (rest.empty()) return out;
    put(out, env_id.view());
    put(out, rest);
    return out;
}

}  // namespace parapet::vault::drop
