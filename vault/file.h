// Files beside the stores, by descriptor.
#pragma once

#include <filesystem>
#include <utility>

#include "crypto/base/bytes.h"

namespace parapet::vault {

// Owns a descriptor.
class File {
public:
    explicit File(int fd) : fd_(fd) {}
    File(File&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    File& operator=(File&& other) noexcept {
        std::swap(fd_, other.fd_);
        return *this;
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    ~File();

    [[nodiscard]] static Result<File> open(const std::filesystem::path& file, int flags, unsigned mode = 0);
    [[nodiscard]] static Result<File> open_at(const File& folder, const char* name, int flags,
                                              unsigned mode = 0);

    [[nodiscard]] int fd() const { return fd_; }
    [[nodiscard]] Result<std::uint64_t> size() const;
    // All of it, or an error; then some of it may be there.
    [[nodiscard]] Status write_at(std::uint64_t offset, ByteView bytes) const;
    // As many bytes as there are, up to out.size().
    [[nodiscard]] Result<std::size_t> read_at(std::uint64_t offset, MutableBytes out) const;
    // To at most this size. A file that has it is left alone: a write to its inode would cost the next sync.
    [[nodiscard]] Status cut(std::uint64_t size) const;
    // Starts carrying these octets to the disk and returns, so that sync() has less left to wait for. A hint:
    // where it is not followed, sync() does all of it.
    void begin_sync(std::uint64_t at, std::uint64_t n) const;
    // Data and what is needed to find it are on the disk.
    [[nodiscard]] Status sync() const;
    // busy when another open file of this name holds it.
    [[nodiscard]] Status lock() const;

private:
    int fd_;
};

// errno as ours: storage_full, permissions, not_found, busy, io.
[[nodiscard]] Error file_failure(int error_number);

}  // namespace parapet::vault
