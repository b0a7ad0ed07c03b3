#include "reviewer/desk/state_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "crypto/verify/bundle.h"

namespace parapet::desk {
namespace {

constexpr std::size_t kMostState = 64 * 1024 * 1024;

class OpenFile {
public:
    OpenFile(const std::filesystem::path& file, int flags, unsigned mode)
        : fd_(::open(file.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, mode)) {}
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (fd_ >= 0) ::close(fd_);
    }
    [[nodiscard]] int fd() const { return fd_; }
    [[nodiscard]] bool open() const { return fd_ >= 0; }

private:
    int fd_;
};

constexpr Error kUnreadable{Code::io, "the desk's state file cannot be read"};
constexpr Error kUnwritable{Code::io, "the desk's state file cannot be written"};

Result<Bytes> read_whole(const OpenFile& file) {
    struct stat facts {};
    if (::fstat(file.fd(), &facts) != 0) return kUnreadable;
    if (!S_ISREG(facts.st_mode) || (facts.st_mode & 077U) != 0)
        return Error{Code::permissions, "the desk's state file is a plain file of mode 0600"};
    if (facts.st_size < 0 || static_cast<std::uint64_t>(facts.st_size) > kMostState) return kUnreadable;
    Bytes out(static_cast<std::size_t>(facts.st_size));
    std::size_t got = 0;
    while (got < out.size()) {
        const ssize_t n = ::read(file.fd(), out.data() + got, out.size() - got);
        if (n <= 0) return kUnreadable;
        got += static_cast<std::size_t>(n);
    }
    return out;
}

Status write_whole(const std::filesystem::path& path, ByteView bytes) {
    const OpenFile file(path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
    if (!file.open()) return kUnwritable;
    while (!bytes.empty()) {
        const ssize_t n = ::write(file.fd(), bytes.data(), bytes.size());
        if (n <= 0) return kUnwritable;
        bytes = bytes.subspan(static_cast<std::size_t>(n));
    }
    if (::fsync(file.fd()) != 0) return kUnwritable;
    return Done{};
}

Status sync_folder(const std::filesystem::path& file) {
    const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
    const OpenFile opened(folder, O_RDONLY | O_DIRECTORY, 0);
    if (!opened.open() || ::fsync(opened.fd()) != 0) return kUnwritable;
    return Done{};
}

Result<Remembered> parse_state(ByteView bytes, const verify::Fingerprint& expected) {
    TRY(const auto records, verify::parse_bundle(bytes));
    verify::RecordCursor in(records);
    verify::BundleWriter notes;
    while (in.next_is(verify::RecordType::note)) {
        TRY(const ByteView note, in.take(verify::RecordType::note));
        notes.add(verify::RecordType::note, note);
    }
    TRY(officer::Office office, officer::Office::pin(expected, notes.finish()));
    officer::LogMemory memory(office.root().lines().log);
    if (!in.done()) {
        TRY(const ByteView checkpoint, in.take(verify::RecordType::checkpoint));
        TRY(memory, officer::LogMemory::restore(office.root().lines().log, checkpoint));
    }
    TRY_(in.finish());
    return Remembered{std::move(office), std::move(memory)};
}

}  // namespace

Result<std::optional<Remembered>> load_state(const std::filesystem::path& path,
                                             const verify::Fingerprint& expected) {
    const OpenFile file(path, O_RDONLY, 0);
    if (!file.open() && errno == ENOENT) return std::optional<Remembered>();
    if (!file.open()) return kUnreadable;
    TRY(const Bytes bytes, read_whole(file));
    TRY(Remembered out, parse_state(bytes, expected));
    return std::optional(std::move(out));
}

Status save_state(const std::filesystem::path& path, const officer::Office& office,
                  const officer::LogMemory& memory) {
    verify::BundleWriter out;
    out.add(verify::RecordType::note, office.root().note());
    for (const verify::Roster& roster : office.rosters()) out.add(verify::RecordType::note, roster.note());
    if (!memory.note().empty()) out.add(verify::RecordType::checkpoint, memory.note());
    std::filesystem::path fresh = path;
    fresh += ".new";
    TRY_(write_whole(fresh, out.finish()));
    if (::rename(fresh.c_str(), path.c_str()) != 0) return kUnwritable;
    return sync_folder(path);
}

}  // namespace parapet::desk
