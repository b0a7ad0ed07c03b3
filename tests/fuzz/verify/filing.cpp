// A proof of filing as somebody hands it over: its text, and the bundle inside. What is read is written as it
// was.
#include "crypto/verify/filing.h"

using namespace parapet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto bundle = verify::read_filing_text(text(ByteView(data, size)));
    if (!bundle.ok()) return 0;
    const auto again = verify::read_filing_text(verify::write_filing_text("", *bundle));
    INVARIANT(again.ok() && *again == *bundle);
    const auto parts = verify::FilingParts::parse(*bundle);
    if (parts.ok()) INVARIANT(parts->encode() == *bundle);
    return 0;
}
