// There is no key of zeros: a secret is drawn, derived or read.
// refusal: is private within this context
#include "crypto/base/secret.h"

using Key = parapet::Secret<32, struct KeyTag>;

Key draw(parapet::Random& random) {
#ifdef REFUSED
    Key empty;
#endif
    return Key::random(random);
}
