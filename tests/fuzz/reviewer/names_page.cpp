// What a server says are requests for names. Whatever is accepted has a quorum that a roster can have.
#include "reviewer/client/names_page.h"

#include "crypto/verify/roster.h"

using namespace parapet;

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    INVARIANT(init_crypto().ok());
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto page = officer::parse_names_page(ByteView(data, size));
    if (!page.ok()) return 0;
    for (const officer::ListedRequest& listed : page->requests)
        INVARIANT(listed.quorum >= 1 && listed.quorum <= verify::kMostEscrow && !listed.leaf.leaf.empty());
    return 0;
}
