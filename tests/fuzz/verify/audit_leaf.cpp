#include "crypto/verify/audit_leaf.h"

using namespace parapet;

// The text alone as well: no mutation makes a signature, and the text's own rules are what is of interest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    if (const auto lines = verify::AuditLines::parse(text(in)); lines.ok())
        INVARIANT(lines->print() == text(in));
    if (const auto lines = verify::AuditLines::parse(text(in)); lines.ok())
        INVARIANT(lines->seen.has_value() != verify::is_service_event(lines->event));
    return 0;
}
