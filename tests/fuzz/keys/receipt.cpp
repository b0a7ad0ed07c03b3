// A code as somebody typed or pasted it. What is read as one is 32 ASCII digits, and reads again as itself.
#include "crypto/keys/receipt.h"

#include <algorithm>

using namespace parapet;

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    INVARIANT(init_crypto().ok());
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto receipt = keys::Receipt::read(ByteView(data, size));
    if (!receipt.ok()) return 0;
    const ByteView digits = receipt->reveal();
    INVARIANT(std::ranges::all_of(digits, [](std::uint8_t d) { return d >= '0' && d <= '9'; }));
    const auto again = keys::Receipt::read(digits);
    INVARIANT(again.ok() && std::ranges::equal(again->reveal(), digits));
    return 0;
}
