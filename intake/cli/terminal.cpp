#include "intake/cli/terminal.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <thread>

#include "crypto/keys/secret_line.h"
#include "intake/client/tidy.h"

namespace parapet::reporter {
namespace {

constexpr std::size_t kMostText = 512 * 1024;

std::uint64_t milliseconds() {
    using namespace std::chrono;
    return static_cast<std::uint64_t>(
        duration_cast<std::chrono::milliseconds>(steady_clock::now().time_since_epoch()).count());
}

}  // namespace

Result<ReceiptPlace> ReceiptPlace::open(const Path& file) {
    if (file.empty()) {
        if (::isatty(STDOUT_FILENO) == 1) return ReceiptPlace(-1);
        return Error{Code::configuration, "report.code.no_terminal"};
    }
    const int fd = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (fd >= 0) return ReceiptPlace(fd);
    if (errno == EEXIST) return Error{Code::duplicate, "report.file.there"};
    return Error{Code::io, "report.file.not_made"};
}

ReceiptPlace::~ReceiptPlace() {
    if (fd_ >= 0) ::close(fd_);
}

Status ReceiptPlace::show(const keys::Receipt& receipt, const Voice& voice) const {
    const auto digits = receipt.reveal();
    Plaintext shown(keys::kReceiptDigits + keys::kReceiptGroups);  // each group and what follows it
    const MutableBytes out = shown.reveal_for_writing();
    for (std::size_t i = 0, at = 0; i < digits.size(); ++i) {
        out[at++] = digits[i];
        if (i % 4 == 3) out[at++] = i + 1 == digits.size() ? '\n' : ' ';
    }
    if (fd_ < 0) {
        std::printf("\n");
        for (const char* name : {"code.title", "code.intro", "code.keep"}) voice.tell(name);
        std::printf("\n    %s", voice.line_of_digits().data());
    }
    (void)std::fflush(stdout);
    const int fd = fd_ < 0 ? STDOUT_FILENO : fd_;
    if (::write(fd, out.data(), out.size()) != static_cast<ssize_t>(out.size()) ||
        (fd_ >= 0 && ::fsync(fd) != 0))
        return Error{Code::io, "report.code.not_shown"};
    std::printf("\n");
    return Done{};
}

Result<keys::Receipt> ask_receipt(const std::filesystem::path& file, const Voice& voice) {
    TRY(const Plaintext line, file.empty() ? keys::ask_secret_line(voice.say("report.code.ask") + " ")
                                           : keys::read_secret_line(file, keys::Rights::any));
    return keys::Receipt::read(line.reveal());
}

std::optional<std::string> ask_line(const std::string& question) {
    std::FILE* const terminal = std::fopen("/dev/tty", "r+");
    if (terminal == nullptr) return std::nullopt;
    std::array<char, 256> line{};
    const bool asked = std::fputs(question.c_str(), terminal) >= 0 && std::fflush(terminal) == 0;
    const bool answered = asked && std::fgets(line.data(), line.size(), terminal) != nullptr;
    std::fclose(terminal);
    if (!answered) return std::nullopt;
    return tidy(line.data());
}

Result<std::string> read_text(const std::filesystem::path& file) {
    std::FILE* const in = file == "-" ? stdin : std::fopen(file.c_str(), "rb");
    if (in == nullptr) return Error{Code::io, "report.text.unread"};
    std::string out;
    char piece[4096];
    std::size_t n = 0;
    while (out.size() <= kMostText && (n = std::fread(piece, 1, sizeof piece, in)) > 0) out.append(piece, n);
    if (in != stdin) std::fclose(in);
    if (out.size() > kMostText) return Error{Code::too_large, "report.text.long"};
    if (out.find_first_not_of(" \t\r\n") == std::string::npos)
        return Error{Code::malformed, "report.text.empty"};
    return out;
}

ProgressLine::ProgressLine(const Voice& voice, std::string doing)
    : voice_(voice), doing_(std::move(doing)), terminal_(::isatty(STDERR_FILENO) == 1) {}

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
    const std::string how_long = left < 60 ? voice_.say("sending.left.seconds")
                                           : voice_.say_count("sending.left.minutes", (left + 30) / 60);
    std::fprintf(stderr, "%s%s · %3llu %% · %s%s", terminal_ ? "\r" : "", doing_.c_str(),
                 static_cast<unsigned long long>(percent), how_long.c_str(), terminal_ ? "   " : "\n");
}

WaitingLine::WaitingLine(const Voice& voice) : voice_(voice), terminal_(::isatty(STDERR_FILENO) == 1) {}

void WaitingLine::solving(std::uint64_t tried, std::uint64_t expected) {
    const std::uint64_t percent = std::min<std::uint64_t>(99, tried * 100 / expected);
    say(voice_.say("report.busy.task", {{"n", std::to_string(percent)}}), false);
}

void WaitingLine::wait(std::uint64_t seconds) {
    for (std::uint64_t left = seconds; left > 0; --left) {
        say(voice_.say("report.busy.wait", {{"n", std::to_string(left)}}), left == seconds);
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
