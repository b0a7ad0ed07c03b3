// A sealed submission as a file: written piece by piece, and read by position, so that a gigabyte inside it
// never lies in memory (crypto/SPEC.md section 7). It holds nothing but what intake would get.
#pragma once

#include <filesystem>
#include "crypto/seal/submission.h"

#include "crypto/base/source.h"

namespace parapet::reporter {

// A new file, durable when this answers. duplicate when it is there already, storage_full, io.
[[nodiscard]] Status write_bundle_file(const std::filesystem::path& path,
                                       const seal::SealedSubmission& sealed, seal::Progress* progress);

struct FiledRecord {
    verify::RecordType type = verify::RecordType::note;
    std::uint64_t offset = 0;  // of its bytes in the file
    std::uint64_t length = 0;
};

class BundleFile {
public:
    // Form only: unknown_version, too_large, malformed, truncated, trailing_bytes, io.
    [[nodiscard]] static Result<BundleFile> open(const std::filesystem::path& path);
    [[nodiscard]] static Result<BundleFile> over(std::unique_ptr<Source> source);

    [[nodiscard]] const std::vector<FiledRecord>& records() const { return records_; }
    [[nodiscard]] Result<Bytes> read(const FiledRecord& record) const;
    [[nodiscard]] const Source& source() const { return *source_; }

private:
    BundleFile(std::unique_ptr<Source> source, std::vector<FiledRecord> records)
        : source_(std::move(source)), records_(std::move(records)) {}
    std::unique_ptr<Source> source_;
    std::vector<FiledRecord> records_;
};

}  // namespace parapet::reporter
