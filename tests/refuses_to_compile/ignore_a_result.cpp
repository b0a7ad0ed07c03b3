// What can fail cannot be called as if it could not.
// refusal: ignoring returned value.*nodiscard
#include "crypto/base/result.h"

parapet::Result<int> count() { return 1; }

int use() {
#ifdef REFUSED
    count();
#endif
    return count().ok() ? 1 : 0;
}
