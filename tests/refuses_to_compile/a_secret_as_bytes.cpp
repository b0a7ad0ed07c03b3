// A secret does not turn into bytes unless reveal() is written out.
// refusal: could not convert|cannot convert
#include "crypto/base/secret.h"

using Key = parapet::Secret<32, struct KeyTag>;

void send(parapet::ByteView) {}

void use(const Key& key) {
    send(key.reveal());
#ifdef REFUSED
    send(key);
#endif
}
