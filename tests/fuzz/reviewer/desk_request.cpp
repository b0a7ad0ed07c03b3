// Every body the desk's page may send. What is accepted keeps the limits its type promises.
#include "reviewer/desk/requests.h"

using namespace parapet;

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    INVARIANT(init_crypto().ok());
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    (void)desk::parse_empty(in).ok();
    (void)desk::parse_case(in).ok();
    (void)desk::parse_attachment(in).ok();
    (void)desk::parse_read(in).ok();
    if (const auto typed = desk::parse_unlock(in); typed.ok())
        INVARIANT(typed->size() >= 1 && typed->size() <= 256);
    if (const auto reply = desk::parse_reply(in); reply.ok()) INVARIANT(!reply->draft.text.empty());
    return 0;
}
