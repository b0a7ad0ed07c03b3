// A whole log as a file for the auditor's machine: "PPL1" || u64 n || n × (u32 len || leaf) || u32 len ||
// checkpoint. The form only; the auditor verifies leaves, tree and checkpoint one after the other.
#pragma once

#include <vector>

#include "crypto/base/bytes.h"

namespace parapet::verify {

// Views into the bytes that were parsed.
struct LogFile {
    std::vector<ByteView> leaves;
    ByteView checkpoint;

    // unknown_version, truncated, trailing_bytes, too_large (a leaf or checkpoint over 1 MiB).
    [[nodiscard]] static Result<LogFile> parse(ByteView in);
};

class LogFileWriter {
public:
    explicit LogFileWriter(std::uint64_t leaves);
    LogFileWriter& add(ByteView leaf);  // exactly as often as announced
    [[nodiscard]] Bytes finish(ByteView checkpoint);

private:
    std::uint64_t left_;
    Bytes out_;
};

}  // namespace parapet::verify
