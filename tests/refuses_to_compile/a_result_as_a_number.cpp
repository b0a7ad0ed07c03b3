// A result is asked for its value; it is not one.
// refusal: cannot convert 'parapet::Result<int>' to 'const int'
#include "crypto/base/result.h"

parapet::Result<int> count() { return 1; }

int use() {
#ifdef REFUSED
    const int wrong = count();
#endif
    return count().value();
}
