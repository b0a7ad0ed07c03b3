#include "crypto/verify/auth.h"

using namespace parapet;

// The text alone: no mutation makes a signature, and the text's own rules are what is of interest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    if (const auto lines = verify::AuthLines::parse(text(in)); lines.ok())
        INVARIANT(lines->print() == text(in));
    return 0;
}
