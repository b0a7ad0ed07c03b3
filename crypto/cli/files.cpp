#include "crypto/cli/files.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>

#include "crypto/keys/secret_line.h"

namespace parapet::cli {
namespace {

class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    [[nodiscard]] int get() const { return fd_; }
    [[nodiscard]] bool is_open() const { return fd_ >= 0; }

private:
    int fd_;
};

}  // namespace

Result<Bytes> read_file(const Path& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.is_open()) return Error{Code::io, "a file could not be opened"};
    Bytes out;
    std::array<std::uint8_t, 65'536> piece{};
    for (;;) {
        const ssize_t n = ::read(file.get(), piece.data(), piece.size());
        if (n < 0) return Error{Code::io, "a file could not be read"};
        if (n == 0) break;
        put(out, ByteView(piece).first(static_cast<std::size_t>(n)));
        if (out.size() > kMostFile) return Error{Code::too_large, "a file larger than any of the ceremony"};
    }
    sodium_memzero(piece.data(), piece.size());
    return out;
}

Status write_new(const Path& path, ByteView bytes, unsigned mode) {
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode));
    if (!file.is_open())
        return errno == EEXIST ? Error{Code::duplicate, "the file is there already; nothing is overwritten"}
                               : Error{Code::io, "the file could not be made"};
    while (!bytes.empty()) {
        const ssize_t n = ::write(file.get(), bytes.data(), bytes.size());
        if (n <= 0) return Error{Code::io, "the file could not be written"};
        bytes = bytes.subspan(static_cast<std::size_t>(n));
    }
    if (::fsync(file.get()) != 0) return Error{Code::io, "the file could not be made durable"};
    return Done{};
}

Result<Plaintext> read_passphrase(const Path& path, const char* prompt) {
    TRY(Plaintext line, path.empty() ? keys::ask_secret_line(prompt)
                                     : keys::read_secret_line(path, keys::Rights::owner_only));
    if (line.size() == 0) return Error{Code::wrong_passphrase, "no passphrase was given"};
    return line;
}

}  // namespace parapet::cli
