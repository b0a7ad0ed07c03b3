#include "intake/cli/terminal.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <thread>

#include "crypto/keys/secret_line.h"
#include "crypto/keys/typed_digits.h"

namespace parapet::reporter {
namespace {

constexpr std::size_t kMostText = 512 * 1024;

// Control characters but tab and line feed, and those that change the direction of what follows.
bool steers(char32_t c) {
    const auto within = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    return (c < 0x20 && c != '\n' && c != '\t') || within(0x7f, 0x9f) || within(0x200e, 0x200f) ||
           within(0x202a, 0x202e) || within(0x2066, 0x2069);
}

std::uint64_t milliseconds() {
    using namespace std::chrono;
    return static_cast<std::uint64_t>(
        duration_cast<std::chrono::milliseconds>(steady_clock::now().time_since_epoch()).count());
}

}  // namespace

Result<ReceiptPlace> ReceiptPlace::open(const Path& file) {
    if (file.empty()) {
        if (::isatty(STDOUT_FILENO) == 1) return ReceiptPlace(-1);
        return Error{Code::configuration,
                     "there is no terminal to show the code on; name a file for it with --receipt-out"};
    }
    const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0) return ReceiptPlace(fd);
    if (errno == EEXIST) return Error{Code::duplicate, "the file for the code is there already"};
    return Error{Code::io, "the file for the code could not be made"};
}

ReceiptPlace::~ReceiptPlace() {
    if (fd_ >= 0) ::close(fd_);
}

Status ReceiptPlace::show(const keys::Receipt& receipt) const {
    const auto digits = receipt.reveal();
    Plaintext shown(keys::kReceiptDigits + keys::kReceiptGroups);  // each group and what follows it
    const MutableBytes out = shown.reveal_for_writing();
    for (std::size_t i = 0, at = 0; i < digits.size(); ++i) {
        out[at++] = digits[i];
        if (i % 4 == 3) out[at++] = i + 1 == digits.size() ? '\n' : ' ';
    }
    if (fd_ < 0)
        std::printf("\nYour code. It is the only way back to your case; nobody can restore it.\n\n    ");
    (void)std::fflush(stdout);
    const int fd = fd_ < 0 ? STDOUT_FILENO : fd_;
    if (::write(fd, out.data(), out.size()) != static_cast<ssize_t>(out.size()) ||
        (fd_ >= 0 && ::fsync(fd) != 0))
        return Error{Code::io, "the code could not be shown; throw the sealed file away and seal again"};
    std::printf("\n");
    return Done{};
}

Result<keys::Receipt> ask_receipt(const std::filesystem::path& file) {
    TRY(const Plaintext line, file.empty() ? keys::ask_secret_line("Your code (it is not shown): ")
                                           : keys::read_secret_line(file, keys::Rights::any));
    return keys::Receipt::read(line.reveal());
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

std::string printable(std::string_view in) {
    std::string out;
    ByteView rest = view(in);
    while (!rest.empty()) {
        const std::size_t before = rest.size();
        const auto character = keys::take_code_point(rest);
        if (!character) return out;  // ill-formed: the rest is not text
        if (!steers(*character)) out.append(in.substr(in.size() - before, before - rest.size()));
    }
    return out;
}

ProgressLine::ProgressLine(const char* doing) : doing_(doing), terminal_(::isatty(STDERR_FILENO) == 1) {}

void ProgressLine::at(std::uint64_t done, std::uint64_t all) {
    const std::uint64_t now = milliseconds();
    if (began_ == 0) {
        began_ = now;
        from_ = done;
        shown_ = terminal_ ? 0 : now;  // what is over within seconds needs no line in a file
    }
    if (now - shown_ < (terminal_ ? 200U : 5'000U)) return;
    shown_ = now;
    const std::uint64_t percent = all == 0 ? 100 : std::min<std::uint64_t>(100, done * 100 / all);
    const std::uint64_t moved = done - std::min(done, from_);
    const std::uint64_t left = moved == 0 || done >= all ? 0 : (now - began_) * (all - done) / moved / 1000;
    std::fprintf(stderr, "%s%s: %3llu %%, %llu min %02llu s left%s", terminal_ ? "\r" : "", doing_,
                 static_cast<unsigned long long>(percent), static_cast<unsigned long long>(left / 60),
                 static_cast<unsigned long long>(left % 60), terminal_ ? "   " : "\n");
}

WaitingLine::WaitingLine() : terminal_(::isatty(STDERR_FILENO) == 1) {}

void WaitingLine::solving(std::uint64_t tried, std::uint64_t expected) {
    say("Many people write to the office just now. This computer does a small task first: " +
            std::to_string(std::min<std::uint64_t>(99, tried * 100 / expected)) + " %",
        false);
}

void WaitingLine::wait(std::uint64_t seconds) {
    for (std::uint64_t left = seconds; left > 0; --left) {
        say("Very many people write to the office just now. Nothing is lost; the next try is in " +
                std::to_string(left) + " s",
            left == seconds);
        std::this_thread::sleep_for(std::chrono::seconds(1));
    }
}

void WaitingLine::say(const std::string& line, bool at_once) {
    const std::uint64_t now = milliseconds();
    if (!at_once && now - shown_ < (terminal_ ? 200U : 30'000U)) return;
    shown_ = now;
    said_ = true;
    std::fprintf(stderr, "%s%s%s", terminal_ ? "\r" : "", line.c_str(), terminal_ ? "   " : "\n");
}

WaitingLine::~WaitingLine() {
    if (terminal_ && said_) std::fprintf(stderr, "\n");
}

ProgressLine::~ProgressLine() {
    if (terminal_ && shown_ != 0) std::fprintf(stderr, "\n");
}

}  // namespace parapet::reporter
