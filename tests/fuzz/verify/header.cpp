#include "crypto/verify/header.h"

#include <algorithm>

using namespace parapet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    const auto header = verify::EnvelopeHeader::parse(in);
    if (header.ok()) INVARIANT(std::ranges::equal(header->encode(), in));
    INVARIANT(verify::EnvelopeHeader::of_core(in).ok() >= header.ok());
    return 0;
}
