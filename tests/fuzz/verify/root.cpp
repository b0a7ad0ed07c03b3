#include "crypto/verify/root.h"

using namespace parapet;

// The text alone as well: no mutation makes a signature, and the text's own rules are what is of interest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    if (const auto lines = verify::RootLines::parse(text(in)); lines.ok())
        INVARIANT(lines->print() == text(in));
    if (const auto root = verify::UnverifiedRoot::parse(in); root.ok())
        INVARIANT(root->verify_pinned(root->fingerprint()).ok() == root->verify_configured().ok());
    return 0;
}
