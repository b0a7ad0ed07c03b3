// Any file a reporter attaches. What is cleaned can be read whole, and cleaning it once more changes nothing
// and finds nothing but the colour profile that we put there ourselves.
#include "intake/client/metadata/clean.h"

using namespace parapet;

namespace {

Bytes whole(const Source& file) {
    Bytes out(static_cast<std::size_t>(file.size()));
    INVARIANT(file.read(0, out).ok());
    return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const MemorySource file(ByteView(data, size));
    const auto once = metadata::clean(file);
    if (!once.ok() || !once.value()) return 0;
    const Bytes cleaned = whole(metadata::CleanedFile(file, (*once)->parts));
    const MemorySource again(cleaned);
    const auto twice = metadata::clean(again);
    INVARIANT(twice.ok() && twice.value().has_value());
    INVARIANT(whole(metadata::CleanedFile(again, (*twice)->parts)) == cleaned);
    for (const metadata::Finding one : (*twice)->found.list()) INVARIANT(one == metadata::Finding::colours);
    return 0;
}
