// A sealed core on its way to being verified: a file without a name, of ciphertext only, gone with the
// process. What is decrypted from it never touches a disk.
#pragma once

#include <filesystem>

#include "crypto/base/source.h"

namespace parapet::open {

class CiphertextFile final : public Source {
public:
    // In this folder; io when none can be made there.
    [[nodiscard]] static Result<CiphertextFile> make(const std::filesystem::path& folder);
    CiphertextFile(CiphertextFile&& other) noexcept;
    CiphertextFile& operator=(CiphertextFile&&) = delete;
    CiphertextFile(const CiphertextFile&) = delete;
    CiphertextFile& operator=(const CiphertextFile&) = delete;
    ~CiphertextFile() override;

    [[nodiscard]] Status append(ByteView run);
    [[nodiscard]] std::uint64_t size() const override { return size_; }
    [[nodiscard]] Status read(std::uint64_t offset, MutableBytes out) const override;

private:
    explicit CiphertextFile(int fd) : fd_(fd) {}
    int fd_;
    std::uint64_t size_ = 0;
};

}  // namespace parapet::open
