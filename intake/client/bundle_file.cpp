#include "intake/client/bundle_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include "crypto/base/reader.h"
#include "intake/client/file_source.h"

namespace parapet::reporter {
namespace {

constexpr std::size_t kBundleHead = 8;
constexpr std::size_t kRecordHead = 9;

class FileSink final : public seal::SealedSubmission::Sink {
public:
    FileSink(int fd, std::uint64_t all, seal::Progress* progress) : fd_(fd), all_(all), progress_(progress) {}
    ~FileSink() override { ::close(fd_); }

    Status write(ByteView piece) override {
        done_ += piece.size();
        while (!piece.empty()) {
            const ssize_t n = ::write(fd_, piece.data(), piece.size());
            if (n < 0 && errno == ENOSPC) return Error{Code::storage_full, "no room for the sealed file"};
            if (n <= 0) return Error{Code::io, "the sealed file could not be written"};
            piece = piece.subspan(static_cast<std::size_t>(n));
        }
        if (progress_ != nullptr) progress_->at(done_, all_);
        return Done{};
    }
    Status make_durable() {
        if (::fsync(fd_) != 0) return Error{Code::io, "the sealed file could not be made durable"};
        return Done{};
    }

private:
    int fd_;
    std::uint64_t all_;
    std::uint64_t done_ = 0;
    seal::Progress* progress_;
};

Status write_all(FileSink& sink, const seal::SealedSubmission& sealed) {
    TRY_(sealed.each_piece(sink));
    return sink.make_durable();
}

Result<FiledRecord> read_head(const Source& file, std::uint64_t at) {
    std::array<std::uint8_t, kRecordHead> raw{};
    if (file.size() - at < raw.size()) return Error{Code::truncated, "the bundle ends inside a record"};
    TRY_(file.read(at, raw));
    Reader in(raw);
    TRY(const std::uint8_t type, in.take_u8());
    TRY(const std::uint64_t length, in.take_u64());
    if (type < 1 || type > 13) return Error{Code::malformed, "a record of unknown type"};
    if (length > file.size() - at - raw.size())
        return Error{Code::truncated, "the bundle ends inside a record"};
    return FiledRecord{static_cast<verify::RecordType>(type), at + raw.size(), length};
}

}  // namespace

Status write_bundle_file(const std::filesystem::path& path, const seal::SealedSubmission& sealed,
                         seal::Progress* progress) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd < 0)
        return errno == EEXIST ? Error{Code::duplicate, "the file is there already; nothing is overwritten"}
                               : Error{Code::io, "the sealed file could not be made"};
    FileSink sink(fd, sealed.bundle_length(), progress);
    const Status written = write_all(sink, sealed);
    if (!written.ok()) ::unlink(path.c_str());  // never half a bundle
    return written;
}

Result<BundleFile> BundleFile::open(const std::filesystem::path& path) {
    TRY(auto source, FileSource::open(path));
    return over(std::move(source));
}

Result<BundleFile> BundleFile::over(std::unique_ptr<Source> source) {
    std::array<std::uint8_t, kBundleHead> raw{};
    if (source->size() < raw.size()) return Error{Code::truncated, "shorter than a bundle"};
    TRY_(source->read(0, raw));
    Reader in(raw);
    if (!in.take_magic("PPB1")) return Error{Code::unknown_version, "not a bundle of this version"};
    TRY(const std::uint32_t n, in.take_u32());
    if (n > verify::kMaxRecords) return Error{Code::too_large, "a bundle has at most 4096 records"};
    std::vector<FiledRecord> records;
    std::uint64_t at = raw.size();
    for (std::uint32_t i = 0; i < n; ++i) {
        TRY(const FiledRecord record, read_head(*source, at));
        at = record.offset + record.length;
        records.push_back(record);
    }
    if (at != source->size()) return Error{Code::trailing_bytes, "bytes after the bundle's end"};
    return BundleFile(std::move(source), std::move(records));
}

Result<Bytes> BundleFile::read(const FiledRecord& record) const {
    Bytes out(static_cast<std::size_t>(record.length));
    TRY_(source_->read(record.offset, out));
    return out;
}

}  // namespace parapet::reporter
