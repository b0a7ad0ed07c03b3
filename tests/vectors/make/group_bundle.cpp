// bundle: {bundle} -> {records: [{type, bytes}]}.
#include "crypto/verify/bundle.h"

#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_bundle {

using verify::RecordType;

void write_bundle(VectorFolder& out) {
    const auto good = [&](const char* fact, const char* about, const Bytes& bundle) {
        Json records = Json::array();
        const std::vector<verify::Record> parsed = verify::parse_bundle(bundle).value();
        for (const verify::Record& r : parsed)
            records.push_back({{"type", static_cast<int>(r.type)}, {"bytes", hex(r.bytes)}});
        out.ok(fact, about, {{"bundle", hex(bundle)}}, {{"records", records}});
    };
    const auto bad = [&](const char* fault, const char* about, const Bytes& bundle, Code code) {
        out.refused(fault, about, {{"bundle", hex(bundle)}}, code);
    };
    good("no-record", "Eight bytes.", verify::BundleWriter().finish());
    verify::BundleWriter each;
    for (int type = 1; type <= 14; ++type)
        each.add(static_cast<RecordType>(type),
                 Bytes(static_cast<std::size_t>(type), static_cast<std::uint8_t>(type)));
    good("every-type", "One record of each.", each.finish());
    const Bytes one =
        verify::BundleWriter().add(RecordType::note, view("note\n")).add(RecordType::body, {}).finish();
    good("an-empty-record", "A body of no bytes.", one);

    Bytes changed = one;
    changed[3] = '2';
    bad("magic-of-another-version", "PPB2.", changed, Code::unknown_version);
    bad("empty", "No bytes at all.", {}, Code::unknown_version);
    Bytes many = verify::bundle_head(4096);
    many[7] = 1;
    bad("too-many-records", "4097 announced; none is looked for.", many, Code::too_large);
    for (const int type : {0, 15, 255}) {
        changed = one;
        changed[8] = static_cast<std::uint8_t>(type);
        out.refused("type-" + std::to_string(type), "No such record.", {{"bundle", hex(changed)}},
                    Code::malformed);
    }
    bad("count-cut", "Six bytes.", Bytes(one.begin(), one.begin() + 6), Code::truncated);
    bad("length-cut", "Inside the first record's length.", Bytes(one.begin(), one.begin() + 12),
        Code::truncated);
    bad("record-cut", "Inside the first record.", Bytes(one.begin(), one.begin() + 20), Code::truncated);
    changed = one;
    changed[9] = 0xFF;
    bad("length-over-2-to-the-63", "More than any machine has.", changed, Code::truncated);
    changed = one;
    changed[7] = 3;
    bad("one-record-fewer-than-announced", "Three announced, two there.", changed, Code::truncated);
    changed[7] = 1;
    bad("one-record-more-than-announced", "One announced, two there.", changed, Code::trailing_bytes);
}

const Registered kRegistered{"bundle", write_bundle};

}  // namespace parapet::vectors::group_bundle
