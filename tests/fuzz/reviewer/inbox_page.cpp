// What a server says is an inbox. Whatever is accepted has no record without an object.
#include "reviewer/client/inbox_page.h"

using namespace parapet;

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    INVARIANT(init_crypto().ok());
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto page = officer::parse_inbox_page(ByteView(data, size));
    if (!page.ok()) return 0;
    for (const officer::ListedCase& listed : page->cases) {
        for (const officer::ListedRecord& record : listed.received) INVARIANT(!record.objects.empty());
        for (const officer::ListedRecord& record : listed.written) INVARIANT(!record.objects.empty());
    }
    return 0;
}
