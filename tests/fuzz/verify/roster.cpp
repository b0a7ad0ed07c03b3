#include "crypto/verify/roster.h"

using namespace parapet;

// The text alone as well: no mutation makes a signature, and the text's own rules are what is of interest.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    if (const auto lines = verify::RosterLines::parse(text(in)); lines.ok())
        INVARIANT(lines->print() == text(in));
    if (const auto roster = verify::UnverifiedRoster::parse(in); roster.ok())
        INVARIANT(roster->hash() == verify::roster_hash(roster->lines().print()));
    return 0;
}
