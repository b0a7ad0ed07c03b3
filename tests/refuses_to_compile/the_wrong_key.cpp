// Two keys of one size are two types: the wrong one does not open.
// refusal: could not convert|invalid initialization of reference
#include "crypto/base/secret.h"

using CaseKey = parapet::Secret<32, struct CaseKeyTag>;
using StoreKey = parapet::Secret<32, struct StoreKeyTag>;

void open(const CaseKey&) {}

void use([[maybe_unused]] const CaseKey& right, [[maybe_unused]] const StoreKey& wrong) {
    open(right);
#ifdef REFUSED
    open(wrong);
#endif
}
