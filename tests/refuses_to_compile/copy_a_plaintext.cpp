// What a person wrote is a secret too.
// refusal: use of deleted function
#include "crypto/base/secret.h"

void keep(parapet::Plaintext text) {
    const parapet::Plaintext moved = std::move(text);
#ifdef REFUSED
    const parapet::Plaintext copied = moved;
#endif
}
