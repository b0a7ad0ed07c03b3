#include "crypto/verify/log_file.h"

#include "crypto/base/reader.h"
#include "crypto/verify/note.h"

namespace parapet::verify {
namespace {

Result<ByteView> take_note(Reader& in) {
    TRY(const std::uint32_t size, in.take_u32());
    if (size > kMaxNote) return Error{Code::too_large, "a note has at most 1 MiB"};
    return in.take(size);
}

void put_note(Bytes& out, ByteView note) {
    INVARIANT(note.size() <= kMaxNote);
    put_u32(out, static_cast<std::uint32_t>(note.size()));
    put(out, note);
}

}  // namespace

Result<LogFile> LogFile::parse(ByteView in) {
    Reader r(in);
    if (!r.take_magic("PPL1")) return Error{Code::unknown_version, "log file: magic"};
    TRY(const std::uint64_t n, r.take_u64());
    LogFile out;
    for (std::uint64_t i = 0; i < n; ++i) {
        TRY(const ByteView leaf, take_note(r));
        out.leaves.push_back(leaf);
    }
    TRY(out.checkpoint, take_note(r));
    TRY_(r.finish());
    return out;
}

LogFileWriter::LogFileWriter(std::uint64_t leaves) : left_(leaves) {
    put(out_, "PPL1");
    put_u64(out_, leaves);
}

LogFileWriter& LogFileWriter::add(ByteView leaf) {
    INVARIANT(left_ > 0);
    --left_;
    put_note(out_, leaf);
    return *this;
}

Bytes LogFileWriter::finish(ByteView checkpoint) {
    INVARIANT(left_ == 0);
    put_note(out_, checkpoint);
    return std::move(out_);
}

}  // namespace parapet::verify
