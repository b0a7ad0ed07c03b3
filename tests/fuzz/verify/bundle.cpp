#include "crypto/verify/bundle.h"

#include <algorithm>

using namespace parapet;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView in(data, size);
    const auto records = verify::parse_bundle(in);
    if (!records.ok()) return 0;
    verify::BundleWriter again;
    verify::RecordCursor cursor(*records);
    for (const verify::Record& r : *records) {
        again.add(r.type, r.bytes);
        INVARIANT(cursor.take(r.type).ok());
        if (r.type == verify::RecordType::upload)
            if (const auto ref = verify::UploadRef::parse(r.bytes); ref.ok())
                INVARIANT(std::ranges::equal(ref->encode(), r.bytes));
    }
    INVARIANT(cursor.finish().ok());
    INVARIANT(std::ranges::equal(again.finish(), in));
    return 0;
}
