#include "crypto/verify/bundle.h"

#include "crypto/base/reader.h"

namespace parapet::verify {

Result<std::vector<Record>> parse_bundle(ByteView in) {
    Reader r(in);
    if (!r.take_magic("PPB1")) return Error{Code::unknown_version, "bundle: magic"};
    TRY(const std::uint32_t n, r.take_u32());
    if (n > kMaxRecords) return Error{Code::too_large, "a bundle has at most 4096 records"};
    std::vector<Record> out;
    for (std::uint32_t i = 0; i < n; ++i) {
        TRY(const std::uint8_t type, r.take_u8());
        if (type < 1 || type > 14) return Error{Code::malformed, "a record of unknown type"};
        TRY(const std::uint64_t length, r.take_u64());
        TRY(const ByteView bytes, r.take(length));
        out.push_back({static_cast<RecordType>(type), bytes});
    }
    TRY_(r.finish());
    return out;
}

Result<ByteView> RecordCursor::take(RecordType type) {
    if (!next_is(type)) return Error{Code::malformed, "another record than the one that belongs here"};
    const ByteView out = rest_[0].bytes;
    rest_ = rest_.subspan(1);
    return out;
}

Status RecordCursor::finish() const {
    if (!done()) return Error{Code::malformed, "a record too many"};
    return Done{};
}

BundleWriter& BundleWriter::add(RecordType type, ByteView bytes) {
    ++count_;
    put(records_, record_head(type, bytes.size()));
    put(records_, bytes);
    return *this;
}

Bytes BundleWriter::finish() const {
    Bytes out = bundle_head(count_);
    put(out, records_);
    return out;
}

Bytes bundle_head(std::uint32_t records) {
    INVARIANT(records <= kMaxRecords);
    Bytes out;
    put(out, "PPB1");
    put_u32(out, records);
    return out;
}

Bytes record_head(RecordType type, std::uint64_t length) {
    Bytes out;
    put_u8(out, static_cast<std::uint8_t>(type));
    put_u64(out, length);
    return out;
}

Result<UploadRef> UploadRef::parse(ByteView in) {
    Reader r(in);
    UploadRef out;
    TRY(out.env, r.take_fixed<EnvelopeId>());
    TRY(out.id, r.take_fixed<Id>());
    TRY_(r.finish());
    return out;
}

Bytes UploadRef::encode() const {
    Bytes out;
    put(out, env);
    put(out, id);
    return out;
}

}  // namespace parapet::verify
