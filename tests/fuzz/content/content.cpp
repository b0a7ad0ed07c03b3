// What a sealed message says, as whoever holds a valid wrap may have written it. The first octet picks the
// kind. What is read can be written, and that reads and writes as itself.
#include "crypto/content/content.h"

using namespace parapet;

namespace {

template <class Value>
void round_trip(Result<Value> (*read)(ByteView), ByteView json) {
    const auto first = read(json);
    if (!first.ok()) return;
    const auto written = content::write(*first);
    if (!written.ok()) {  // escapes can make it longer than what was read
        INVARIANT(written.error().code == Code::too_large);
        return;
    }
    const auto second = read(written->reveal());
    INVARIANT(second.ok());
    const auto again = content::write(*second);
    INVARIANT(again.ok() && text(again->reveal()) == text(written->reveal()));
}

}  // namespace

extern "C" int LLVMFuzzerInitialize(int*, char***) {
    INVARIANT(init_crypto().ok());
    return 0;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const ByteView json(data + 1, size - 1);
    switch (data[0] % 5) {
        case 0:
            round_trip(content::read_report, json);
            break;
        case 1:
            round_trip(content::read_message, json);
            break;
        case 2:
            round_trip(content::read_reply, json);
            break;
        case 3:
            round_trip(content::read_note, json);
            break;
        default:
            round_trip(content::read_identity, json);
    }
    return 0;
}
