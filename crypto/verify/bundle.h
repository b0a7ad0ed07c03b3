// A bundle: records one after the other, as a file, a request or an answer (crypto/SPEC.md section 7).
// Who uses it fixes which records come in which order; RecordCursor is for asking in that order.
#pragma once

#include <optional>
#include <vector>

#include "crypto/base/bytes.h"

namespace parapet::verify {

enum class RecordType : std::uint8_t {
    note = 1,
    core = 2,
    wrapset = 3,
    upload = 4,
    digests = 5,
    checkpoint = 6,
    inclusion = 7,
    leaf = 8,
    consistency = 9,
    body = 10,
    tag_key = 11,
    day = 12,
    json = 13,
    puzzle = 14,
};

inline constexpr std::uint32_t kMaxRecords = 4096;

// Points into the bytes that were parsed.
struct Record {
    RecordType type = RecordType::note;
    ByteView bytes;
};

// unknown_version, too_large (records), malformed (type), truncated, trailing_bytes.
[[nodiscard]] Result<std::vector<Record>> parse_bundle(ByteView in);

// Takes records from the front. Every take is malformed when another record or none stands there.
class RecordCursor {
public:
    explicit RecordCursor(std::span<const Record> records) : rest_(records) {}
    [[nodiscard]] bool next_is(RecordType type) const { return !rest_.empty() && rest_[0].type == type; }
    [[nodiscard]] bool done() const { return rest_.empty(); }
    [[nodiscard]] Result<ByteView> take(RecordType type);
    [[nodiscard]] Status finish() const;  // malformed when a record is left

private:
    std::span<const Record> rest_;
};

class BundleWriter {
public:
    BundleWriter& add(RecordType type, ByteView bytes);
    [[nodiscard]] Bytes finish() const;

private:
    std::uint32_t count_ = 0;
    Bytes records_;
};

// The same bytes in pieces, for whoever writes a bundle that does not fit into memory.
[[nodiscard]] Bytes bundle_head(std::uint32_t records);
[[nodiscard]] Bytes record_head(RecordType type, std::uint64_t length);

// Record 4: an object whose core was sent before.
struct UploadRef {
    using Id = Fixed<16, struct UploadIdTag>;
    EnvelopeId env;
    Id id;
    [[nodiscard]] static Result<UploadRef> parse(ByteView in);
    [[nodiscard]] Bytes encode() const;
};

}  // namespace parapet::verify
