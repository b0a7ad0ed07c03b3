#include "reviewer/desk/terminal.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

namespace parapet::desk {
namespace {

constexpr std::size_t kMostPassphrase = 256;
constexpr std::string_view kPrompt = "Passphrase of your key file: ";

class Input {
public:
    explicit Input(const char* path, int flags) : fd_(::open(path, flags | O_CLOEXEC | O_NOCTTY)) {}
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;
    ~Input() {
        if (fd_ >= 0) ::close(fd_);
    }
    [[nodiscard]] int fd() const { return fd_; }
    [[nodiscard]] bool open() const { return fd_ >= 0; }

private:
    int fd_;
};

class Unseen {
public:
    explicit Unseen(int fd) : fd_(fd), known_(::tcgetattr(fd, &before_) == 0) {
        if (!known_) return;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        (void)::tcsetattr(fd_, TCSAFLUSH, &quiet);
    }
    Unseen(const Unseen&) = delete;
    Unseen& operator=(const Unseen&) = delete;
    ~Unseen() {
        if (known_) (void)::tcsetattr(fd_, TCSAFLUSH, &before_);
    }

private:
    int fd_;
    termios before_{};
    bool known_;
};

Result<Plaintext> read_line(int fd) {
    Plaintext line(kMostPassphrase);
    std::size_t n = 0;
    while (n < line.size()) {
        const ssize_t got = ::read(fd, line.reveal_for_writing().data() + n, 1);
        if (got < 0) return Error{Code::io, "the passphrase cannot be read"};
        if (got == 0 || line.reveal()[n] == '\n') break;
        ++n;
    }
    if (n == 0) return Error{Code::wrong_passphrase, "no passphrase was given"};
    return Plaintext::copy(line.reveal().first(n));
}

void say(int fd, std::string_view words) { (void)!::write(fd, words.data(), words.size()); }

}  // namespace

Result<Plaintext> ask_passphrase(const std::filesystem::path& path) {
    if (!path.empty()) {
        const Input file(path.c_str(), O_RDONLY);
        struct stat facts {};
        if (!file.open() || ::fstat(file.fd(), &facts) != 0)
            return Error{Code::io, "the passphrase file cannot be opened"};
        if ((facts.st_mode & 077U) != 0)
            return Error{Code::permissions, "others may read the passphrase file; chmod 600"};
        return read_line(file.fd());
    }
    const Input terminal("/dev/tty", O_RDWR);
    if (!terminal.open()) return Error{Code::io, "there is no terminal to ask at"};
    say(terminal.fd(), kPrompt);
    const Unseen unseen(terminal.fd());
    auto out = read_line(terminal.fd());
    say(terminal.fd(), "\n");
    return out;
}

}  // namespace parapet::desk
