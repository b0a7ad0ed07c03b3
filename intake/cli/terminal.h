// What parapet-report says and asks at the terminal.
#pragma once

#include <filesystem>

#include "crypto/keys/receipt.h"
#include "crypto/seal/submission.h"
#include "service/http/client.h"

namespace parapet::reporter {

// The code in eight groups, on standard output and nowhere else.
void show_receipt(const keys::Receipt& receipt);
// From a file (0600), or typed with echo off when `file` is empty. What Receipt::read says.
[[nodiscard]] Result<keys::Receipt> ask_receipt(const std::filesystem::path& file);

// The text to send: from a file, or from standard input when `file` is "-".
[[nodiscard]] Result<std::string> read_text(const std::filesystem::path& file);

// One line on standard error that is written over: what, how far, how long still.
class ProgressLine final : public seal::Progress {
public:
    explicit ProgressLine(const char* doing) : doing_(doing) {}
    ~ProgressLine() override;
    void at(std::uint64_t done, std::uint64_t all) override;
    [[nodiscard]] service::Progress callback() {
        return [this](std::uint64_t done, std::uint64_t all) { at(done, all); };
    }

private:
    const char* doing_;
    std::uint64_t began_ = 0;  // milliseconds
    std::uint64_t shown_ = 0;
};

}  // namespace parapet::reporter
