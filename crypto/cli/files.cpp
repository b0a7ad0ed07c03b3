#include "crypto/cli/files.h"

#include <fcntl.h>
#include <sodium.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>

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

// Echo is off while this lives.
class Quiet {
public:
    explicit Quiet(int terminal) : terminal_(terminal) {
        if (::tcgetattr(terminal_, &before_) != 0) return;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        changed_ = ::tcsetattr(terminal_, TCSAFLUSH, &quiet) == 0;
    }
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;
    ~Quiet() {
        if (changed_) (void)::tcsetattr(terminal_, TCSAFLUSH, &before_);
    }

private:
    int terminal_;
    termios before_{};
    bool changed_ = false;
};

constexpr std::size_t kMostPassphrase = 1024;

// The first line, without its end and without space around it.
Result<Plaintext> read_line(int fd) {
    Plaintext buffer(kMostPassphrase);
    std::size_t n = 0;
    while (n < buffer.size()) {
        const ssize_t got = ::read(fd, buffer.reveal_for_writing().data() + n, 1);
        if (got < 0) return Error{Code::io, "the passphrase could not be read"};
        if (got == 0 || buffer.reveal()[n] == '\n') break;
        ++n;
    }
    ByteView line = buffer.reveal().first(n);
    const auto is_space = [](std::uint8_t c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!line.empty() && is_space(line.front())) line = line.subspan(1);
    while (!line.empty() && is_space(line.back())) line = line.first(line.size() - 1);
    if (line.empty()) return Error{Code::wrong_passphrase, "no passphrase was given"};
    return Plaintext::copy(line);
}

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
    if (!path.empty()) {
        const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        if (!file.is_open()) return Error{Code::io, "the passphrase file could not be opened"};
        struct stat facts {};
        if (::fstat(file.get(), &facts) != 0 || (facts.st_mode & 077U) != 0)
            return Error{Code::permissions, "others may read the passphrase file; chmod 600"};
        return read_line(file.get());
    }
    const Descriptor terminal(::open("/dev/tty", O_RDWR | O_CLOEXEC));
    if (!terminal.is_open()) return Error{Code::io, "there is no terminal to type a passphrase at"};
    (void)!::write(terminal.get(), prompt, std::char_traits<char>::length(prompt));
    const Quiet quiet(terminal.get());
    auto out = read_line(terminal.get());
    (void)!::write(terminal.get(), "\n", 1);
    return out;
}

}  // namespace parapet::cli
