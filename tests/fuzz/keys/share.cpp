// A share as it stands in an opened wrap. Whatever is accepted is written as it was read.
#include "crypto/keys/share.h"

#include <algorithm>

using namespace parapet;

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    INVARIANT(init_crypto().ok());
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    const auto share = keys::Share::parse(in);
    if (!share.ok()) return 0;
    INVARIANT(share->index() != 0);
    INVARIANT(std::ranges::equal(share->encode().reveal(), in));
    return 0;
}
