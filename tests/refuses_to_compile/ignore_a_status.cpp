// Nor can an act without a value.
// refusal: ignoring returned value.*nodiscard
#include "crypto/base/result.h"

parapet::Status store() { return parapet::Done{}; }

bool use() {
#ifdef REFUSED
    store();
#endif
    return store().ok();
}
