#include "intake/client/file_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace parapet::reporter {

Result<std::unique_ptr<FileSource>> FileSource::open(const std::filesystem::path& path) {
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0) return Error{Code::io, "a file could not be opened"};
    struct stat facts {};
    if (::fstat(fd, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        ::close(fd);
        return Error{Code::io, "not a plain file"};
    }
    return std::unique_ptr<FileSource>(new FileSource(fd, static_cast<std::uint64_t>(facts.st_size)));
}

FileSource::~FileSource() { ::close(fd_); }

Status FileSource::read(std::uint64_t offset, MutableBytes out) const {
    while (!out.empty()) {
        const ssize_t n = ::pread(fd_, out.data(), out.size(), static_cast<off_t>(offset));
        if (n <= 0) return Error{Code::io, "the file is not what it was"};
        out = out.subspan(static_cast<std::size_t>(n));
        offset += static_cast<std::uint64_t>(n);
    }
    return Done{};
}

}  // namespace parapet::reporter
