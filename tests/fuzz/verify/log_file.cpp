#include "crypto/verify/log_file.h"

#include <algorithm>

using namespace parapet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    const auto file = verify::LogFile::parse(in);
    if (!file.ok()) return 0;
    verify::LogFileWriter again(file->leaves.size());
    for (const ByteView leaf : file->leaves) again.add(leaf);
    INVARIANT(std::ranges::equal(again.finish(file->checkpoint), in));
    return 0;
}
