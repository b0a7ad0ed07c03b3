// A secret is moved, never copied by accident.
// refusal: use of deleted function
#include "crypto/base/secret.h"

using Key = parapet::Secret<32, struct KeyTag>;

void keep(Key key) {
    const Key moved = std::move(key);
#ifdef REFUSED
    const Key copied = moved;
#endif
}
