#include "crypto/verify/submit.h"

using namespace parapet;

// The text alone as well: no mutation makes a signature, and the text's own rules are what is of interest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    if (const auto lines = verify::SubmitLines::parse(text(in)); lines.ok())
        INVARIANT(lines->print() == text(in));
    static const DeploymentId deployment;
    if (const auto submit = verify::Submit::verify(in, deployment); submit.ok())
        INVARIANT(submit->lines().deployment == deployment);
    return 0;
}
