#include "crypto/verify/wrapset.h"

#include <algorithm>

using namespace parapet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    if (const auto wraps = verify::Wrapset::parse(in); wraps.ok()) {
        INVARIANT(std::ranges::equal(wraps->encode(), in));
        const auto digests = verify::digests_of(*wraps);
        INVARIANT(verify::Digests::parse(digests.encode()).value() == digests);
        for (const auto& wrap : wraps->wraps) INVARIANT(digests.check_contains(wrap).ok());
    }
    if (const auto shares = verify::ShareWrapset::parse(in); shares.ok()) {
        INVARIANT(std::ranges::equal(shares->encode(), in));
        const auto digests = verify::digests_of(*shares);
        for (const auto& wrap : shares->wraps) INVARIANT(digests.check_contains(wrap).ok());
    }
    if (const auto digests = verify::Digests::parse(in); digests.ok())
        INVARIANT(std::ranges::equal(digests->encode(), in));
    return 0;
}
