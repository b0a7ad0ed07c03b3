// Nor has what a person wrote.
// refusal: no match for 'operator<<'
#include <ostream>

#include "crypto/base/secret.h"

void show(std::ostream& out, const parapet::Plaintext& text) {
    out << text.size();
#ifdef REFUSED
    out << text;
#endif
}
