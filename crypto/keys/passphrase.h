// Passphrases are made, not thought up: six words of four letters, 75.9 bits.
#pragma once

#include "crypto/base/secret.h"

namespace parapet::keys {

// Like "bado-kime-…": consonant, vowel, consonant, vowel; the words joined by hyphens.
[[nodiscard]] Plaintext generate_passphrase(Random& random);

}  // namespace parapet::keys
