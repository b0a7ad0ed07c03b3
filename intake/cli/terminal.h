// What parapet-report says and asks at the terminal.
#pragma once

#include <filesystem>

#include "crypto/keys/receipt.h"
#include "crypto/seal/submission.h"
#include "intake/cli/voice.h"
#include "intake/client/doorway.h"
#include "service/http/client.h"

namespace parapet::reporter {

using Path = std::filesystem::path;

// Where a new code is shown: on the terminal that standard output is, or in a new file that only its owner
// can read. Never in a pipe, which may end in a log.
class ReceiptPlace {
public:
    // `file` empty: the terminal. configuration when standard output is none; duplicate when the file is
    // there already.
    [[nodiscard]] static Result<ReceiptPlace> open(const Path& file);
    ReceiptPlace(ReceiptPlace&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    ReceiptPlace& operator=(ReceiptPlace&&) = delete;
    ReceiptPlace(const ReceiptPlace&) = delete;
    ReceiptPlace& operator=(const ReceiptPlace&) = delete;
    ~ReceiptPlace();

    // In eight groups.
    [[nodiscard]] Status show(const keys::Receipt& receipt, const Voice& voice) const;

private:
    explicit ReceiptPlace(int fd) : fd_(fd) {}
    int fd_;  // of the file; -1: the terminal
};

// From a file, or typed with echo off when `file` is empty. What Receipt::read says.
[[nodiscard]] Result<keys::Receipt> ask_receipt(const Path& file, const Voice& voice);

// A line typed at the controlling terminal, whatever the standard streams are, without space around it.
// Nothing: there is no terminal, or it gave no line.
[[nodiscard]] std::optional<std::string> ask_line(const std::string& question);

// The text to send: from a file, or from standard input when `file` is "-".
[[nodiscard]] Result<std::string> read_text(const Path& file);

// One line on standard error that is written over: what, how far, how long still. Where standard error is no
// terminal, a new line every few seconds.
class ProgressLine final : public seal::Progress {
public:
    ProgressLine(const Voice& voice, std::string doing);
    ~ProgressLine() override;
    void at(std::uint64_t done, std::uint64_t all) override;
    [[nodiscard]] service::Progress callback() {
        return [this](std::uint64_t done, std::uint64_t all) { at(done, all); };
    }

private:
    const Voice& voice_;
    std::string doing_;
    bool terminal_;
    std::uint64_t began_ = 0;  // milliseconds
    std::uint64_t from_ = 0;   // done before this run
    std::uint64_t shown_ = 0;
};

// The same for a service that many people write to just now.
class WaitingLine final : public Waiting {
public:
    explicit WaitingLine(const Voice& voice);
    ~WaitingLine() override;
    void solving(std::uint64_t tried, std::uint64_t expected) override;
    void wait(std::uint64_t seconds) override;

private:
    void say(const std::string& line, bool at_once);
    const Voice& voice_;
    bool terminal_;
    bool said_ = false;
    std::uint64_t shown_ = 0;  // milliseconds
};

}  // namespace parapet::reporter
