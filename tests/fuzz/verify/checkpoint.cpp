#include "crypto/verify/checkpoint.h"

using namespace parapet;

// The text alone as well: no mutation makes a signature, and the text's own rules are what is of interest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    if (const auto lines = verify::CheckpointLines::parse(text(in)); lines.ok())
        INVARIANT(lines->print() == text(in));
    static const auto log =
        verify::VerifierKey::parse("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW")
            .value();
    if (const auto checkpoint = verify::Checkpoint::verify(in, log); checkpoint.ok())
        INVARIANT(checkpoint->size() <= (std::uint64_t{1} << 53));
    return 0;
}
