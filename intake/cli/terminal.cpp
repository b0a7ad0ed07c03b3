#include "intake/cli/terminal.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace parapet::reporter {
namespace {

constexpr std::size_t kMostLine = 1024;
constexpr std::size_t kMostText = 512 * 1024;

Result<Plaintext> read_line(int fd) {
    Plaintext buffer(kMostLine);
    std::size_t n = 0;
    while (n < buffer.size()) {
        const ssize_t got = ::read(fd, buffer.reveal_for_writing().data() + n, 1);
        if (got < 0) return Error{Code::io, "the code could not be read"};
        if (got == 0 || buffer.reveal()[n] == '\n') break;
        ++n;
    }
    return Plaintext::copy(buffer.reveal().first(n));
}

Result<Plaintext> type_quietly(int terminal) {
    termios before{};
    const bool changed = ::tcgetattr(terminal, &before) == 0;
    if (changed) {
        termios quiet = before;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        (void)::tcsetattr(terminal, TCSAFLUSH, &quiet);
    }
    auto out = read_line(terminal);
    if (changed) (void)::tcsetattr(terminal, TCSAFLUSH, &before);
    (void)!::write(terminal, "\n", 1);
    return out;
}

std::uint64_t milliseconds() {
    using namespace std::chrono;
    return static_cast<std::uint64_t>(
        duration_cast<std::chrono::milliseconds>(steady_clock::now().time_since_epoch()).count());
}

}  // namespace

void show_receipt(const keys::Receipt& receipt) {
    const std::string_view digits = text(receipt.reveal());
    std::printf("\nYour code. It is the only way back to your case; nobody can restore it.\n\n   ");
    for (std::size_t i = 0; i < digits.size(); i += 4) std::printf(" %.4s", digits.data() + i);
    std::printf("\n\n");
    std::fflush(stdout);
}

Result<keys::Receipt> ask_receipt(const std::filesystem::path& file) {
    const bool typed = file.empty();
    const int fd = ::open(typed ? "/dev/tty" : file.c_str(), (typed ? O_RDWR : O_RDONLY) | O_CLOEXEC);
    if (fd < 0) return Error{Code::io, "the code could not be read"};
    if (typed) std::fprintf(stderr, "Your code (it is not shown): ");
    auto line = typed ? type_quietly(fd) : read_line(fd);
    ::close(fd);
    if (!line.ok()) return line.error();
    return keys::Receipt::read(line->reveal());
}

Result<std::string> read_text(const std::filesystem::path& file) {
    std::FILE* const in = file == "-" ? stdin : std::fopen(file.c_str(), "rb");
    if (in == nullptr) return Error{Code::io, "the text could not be opened"};
    std::string out;
    char piece[4096];
    std::size_t n = 0;
    while (out.size() <= kMostText && (n = std::fread(piece, 1, sizeof piece, in)) > 0) out.append(piece, n);
    if (in != stdin) std::fclose(in);
    if (out.size() > kMostText)
        return Error{Code::too_large, "a text has at most 512 KiB; attach the rest as a file"};
    if (out.find_first_not_of(" \t\r\n") == std::string::npos)
        return Error{Code::malformed, "there is no text to send"};
    return out;
}

void ProgressLine::at(std::uint64_t done, std::uint64_t all) {
    const std::uint64_t now = milliseconds();
    if (began_ == 0) began_ = now;
    if (now - shown_ < 200 && done < all) return;
    shown_ = now;
    const std::uint64_t percent = all == 0 ? 100 : std::min<std::uint64_t>(100, done * 100 / all);
    const std::uint64_t spent = now - began_;
    const std::uint64_t left = done == 0 || done >= all ? 0 : spent * (all - done) / done / 1000;
    std::fprintf(stderr, "\r%s: %3llu %%, %llu s left   ", doing_, static_cast<unsigned long long>(percent),
                 static_cast<unsigned long long>(left));
}

ProgressLine::~ProgressLine() {
    if (began_ != 0) std::fprintf(stderr, "\n");
}

}  // namespace parapet::reporter
