#include "crypto/verify/puzzle.h"

using namespace parapet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    if (const auto answer = verify::PuzzleAnswer::parse(in); answer.ok())
        INVARIANT(text(answer->encode()) == text(in));
    return 0;
}
