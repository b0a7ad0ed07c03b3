#include "vault/file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace parapet::vault {

Error file_failure(int error_number) {
    switch (error_number) {
        case ENOSPC:
        case EDQUOT:
        case EFBIG:
            return {Code::storage_full, "no room left on the disk"};
        case EACCES:
        case EPERM:
        case EROFS:
        case ELOOP:
            return {Code::permissions, "a file or folder cannot be opened or written"};
        case ENOENT:
            return {Code::not_found, "a file is not there"};
        case EEXIST:
            return {Code::duplicate, "a file of that name exists"};
        case EWOULDBLOCK:
            return {Code::busy, "another program or request holds the file"};
        default:
            return {Code::io, "reading or writing a file failed"};
    }
}

File::~File() {
    if (fd_ >= 0) ::close(fd_);
}

Result<File> File::open(const std::filesystem::path& file, int flags, unsigned mode) {
    const int fd = ::open(file.c_str(), flags | O_CLOEXEC | O_NOFOLLOW, mode);
    if (fd < 0) return file_failure(errno);
    return File(fd);
}

Result<File> File::open_at(const File& folder, const char* name, int flags, unsigned mode) {
    const int fd = ::openat(folder.fd(), name, flags | O_CLOEXEC | O_NOFOLLOW, mode);
    if (fd < 0) return file_failure(errno);
    return File(fd);
}

Result<std::uint64_t> File::size() const {
    struct stat facts {};
    if (::fstat(fd_, &facts) != 0) return file_failure(errno);
    return static_cast<std::uint64_t>(facts.st_size);
}

Status File::write_at(std::uint64_t offset, ByteView bytes) const {
    while (!bytes.empty()) {
        const ssize_t n = ::pwrite(fd_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return file_failure(errno);
        bytes = bytes.subspan(static_cast<std::size_t>(n));
        offset += static_cast<std::uint64_t>(n);
    }
    return Done{};
}

Result<std::size_t> File::read_at(std::uint64_t offset, MutableBytes out) const {
    std::size_t got = 0;
    while (got < out.size()) {
        const ssize_t n = ::pread(fd_, out.data() + got, out.size() - got, static_cast<off_t>(offset + got));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return file_failure(errno);
        if (n == 0) break;
        got += static_cast<std::size_t>(n);
    }
    return got;
}

Status File::cut(std::uint64_t size) const {
    TRY(const std::uint64_t now, this->size());
    if (now <= size) return Done{};
    if (::ftruncate(fd_, static_cast<off_t>(size)) != 0) return file_failure(errno);
    return Done{};
}

void File::begin_sync(std::uint64_t at, std::uint64_t n) const {
    static_cast<void>(
        ::sync_file_range(fd_, static_cast<off_t>(at), static_cast<off_t>(n), SYNC_FILE_RANGE_WRITE));
}

Status File::sync() const {
    if (::fsync(fd_) != 0) return file_failure(errno);
    return Done{};
}

Status File::lock() const {
    if (::flock(fd_, LOCK_EX | LOCK_NB) != 0) return file_failure(errno);
    return Done{};
}

}  // namespace parapet::vault
