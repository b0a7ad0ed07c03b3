// A large file seen through a small window: no more than one block of it is in memory.
#pragma once

#include "crypto/base/source.h"

namespace parapet::metadata {

// Of what will be removed, at most this much is read to tell what was in it.
inline constexpr std::size_t kLooked = 64 * 1024;

// What it shows stays good until it is asked for something else. The file outlives it.
class Window {
public:
    explicit Window(const Source& file) : file_(file) {}

    [[nodiscard]] std::uint64_t size() const { return file_.size(); }
    // These n octets, n <= kLooked; truncated when the file ends before.
    [[nodiscard]] Result<ByteView> at(std::uint64_t from, std::size_t n);
    // What may be looked at of the octets from..to.
    [[nodiscard]] Result<ByteView> look(std::uint64_t from, std::uint64_t to);
    // As many octets from here on as the window shows: two or more, where the file has them.
    [[nodiscard]] Result<ByteView> on(std::uint64_t from);

private:
    [[nodiscard]] Status move(std::uint64_t from);

    const Source& file_;
    Bytes block_;
    std::uint64_t start_ = 0;
};

}  // namespace parapet::metadata
