#include "crypto/keys/secret_line.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

namespace parapet::keys {
namespace {

constexpr std::size_t kMostLine = 1024;

class Descriptor {
public:
    Descriptor(const char* path, int how) : fd_(::open(path, how | O_CLOEXEC)) {}
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

// Without its end and without space around it.
Result<Plaintext> read_line(int fd) {
    Plaintext buffer(kMostLine);
    std::size_t n = 0;
    while (n < buffer.size()) {
        const ssize_t got = ::read(fd, buffer.reveal_for_writing().data() + n, 1);
        if (got < 0) return Error{Code::io, "the line could not be read"};
        if (got == 0 || buffer.reveal()[n] == '\n') break;
        ++n;
    }
    ByteView line = buffer.reveal().first(n);
    const auto is_space = [](std::uint8_t c) { return c == ' ' || c == '\t' || c == '\r'; };
    while (!line.empty() && is_space(line.front())) line = line.subspan(1);
    while (!line.empty() && is_space(line.back())) line = line.first(line.size() - 1);
    return Plaintext::copy(line);
}

}  // namespace

Result<Plaintext> ask_secret_line(std::string_view question) {
    const Descriptor terminal("/dev/tty", O_RDWR);
    if (!terminal.is_open()) return Error{Code::io, "there is no terminal to ask at"};
    const Quiet quiet(terminal.get());
    (void)!::write(terminal.get(), question.data(), question.size());
    auto out = read_line(terminal.get());
    (void)!::write(terminal.get(), "\n", 1);
    return out;
}

Result<Plaintext> read_secret_line(const std::filesystem::path& path, Rights rights) {
    const Descriptor file(path.c_str(), O_RDONLY);
    struct stat facts {};
    if (!file.is_open() || ::fstat(file.get(), &facts) != 0)
        return Error{Code::io, "the file could not be opened"};
    if (rights == Rights::owner_only && (facts.st_mode & 077U) != 0)
        return Error{Code::permissions, "others may read the file; chmod 600"};
    return read_line(file.get());
}

}  // namespace parapet::keys
