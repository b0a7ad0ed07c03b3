// A file on the reporter's own disk, read by position.
#pragma once

#include <filesystem>
#include <memory>

#include "crypto/base/source.h"

namespace parapet::reporter {

class FileSource final : public Source {
public:
    // io when it cannot be opened or is no plain file; too_large over 1 GiB is asked by whoever seals.
    [[nodiscard]] static Result<std::unique_ptr<FileSource>> open(const std::filesystem::path& path);
    ~FileSource() override;

    [[nodiscard]] std::uint64_t size() const override { return size_; }
    [[nodiscard]] Status read(std::uint64_t offset, MutableBytes out) const override;

private:
    FileSource(int fd, std::uint64_t size) : fd_(fd), size_(size) {}
    int fd_;
    std::uint64_t size_;
};

}  // namespace parapet::reporter
