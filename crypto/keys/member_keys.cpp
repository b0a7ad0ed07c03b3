#include "crypto/keys/member_keys.h"

namespace parapet::keys {

MemberKeys MemberKeys::derive(const KeySeed& seed) {
    return {SealKeyPair::from_seed(kdf<SealSeed>(seed.reveal(), "parapet/1/member-seal", {})),
            sign::SigningKey::from_seed(kdf<sign::SignSeed>(seed.reveal(), "parapet/1/member-sign", {}))};
}

sign::SigningKey root_signing_key(const KeySeed& seed) {
    return sign::SigningKey::from_seed(sign::SignSeed::copy(seed.reveal()));
}

}  // namespace parapet::keys
