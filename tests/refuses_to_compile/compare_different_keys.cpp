// Comparing keys of two meanings is a mistake, whatever the answer.
// refusal: no match for 'operator=='
#include "crypto/base/secret.h"

using CaseKey = parapet::Secret<32, struct CaseKeyTag>;
using StoreKey = parapet::Secret<32, struct StoreKeyTag>;

bool same(const CaseKey& a, [[maybe_unused]] const StoreKey& b) {
#ifdef REFUSED
    return a == b;
#endif
    return a == a.duplicate();
}
