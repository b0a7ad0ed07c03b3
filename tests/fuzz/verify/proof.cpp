#include "crypto/verify/proof.h"

#include <algorithm>

using namespace parapet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    const Hash one, other = Hash::copy(std::array<std::uint8_t, 32>{1});
    if (const auto proof = verify::InclusionProof::parse(in); proof.ok()) {
        INVARIANT(std::ranges::equal(proof->encode(), in));
        // One proof and one leaf lead to at most one root.
        INVARIANT(!(proof->verify(one, one).ok() && proof->verify(one, other).ok()));
    }
    if (const auto proof = verify::ConsistencyProof::parse(in); proof.ok()) {
        INVARIANT(std::ranges::equal(proof->encode(), in));
        INVARIANT(!(proof->verify(one, one).ok() && proof->verify(one, other).ok()));
    }
    return 0;
}
