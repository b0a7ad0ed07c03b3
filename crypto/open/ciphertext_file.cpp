#include "crypto/open/ciphertext_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace parapet::open {

Result<CiphertextFile> CiphertextFile::make(const std::filesystem::path& folder) {
    const int fd = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd < 0) return Error{Code::io, "no room for a file in that folder"};
    return CiphertextFile(fd);
}

CiphertextFile::CiphertextFile(CiphertextFile&& other) noexcept
    : fd_(std::exchange(other.fd_, -1)), size_(std::exchange(other.size_, 0)) {}

CiphertextFile::~CiphertextFile() {
    if (fd_ >= 0) ::close(fd_);
}

Status CiphertextFile::append(ByteView run) {
    while (!run.empty()) {
        const ssize_t n = ::pwrite(fd_, run.data(), run.size(), static_cast<off_t>(size_));
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) return Error{errno == ENOSPC ? Code::storage_full : Code::io, "a file cannot be written"};
        size_ += static_cast<std::uint64_t>(n);
        run = run.subspan(static_cast<std::size_t>(n));
    }
    return Done{};
}

Status CiphertextFile::read(std::uint64_t offset, MutableBytes out) const {
    while (!out.empty()) {
        const ssize_t n = ::pread(fd_, out.data(), out.size(), static_cast<off_t>(offset));
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return Error{Code::io, "a file ended while it was read"};
        offset += static_cast<std::uint64_t>(n);
        out = out.subspan(static_cast<std::size_t>(n));
    }
    return Done{};
}

}  // namespace parapet::open
