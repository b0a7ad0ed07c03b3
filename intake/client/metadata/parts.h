// A cleaned file as parts of the original, and a few octets of our own between them. Nothing is copied.
#pragma once

#include <variant>
#include <vector>

#include "crypto/base/source.h"

namespace parapet::metadata {

struct Slice {
    std::uint64_t from;
    std::uint64_t to;
};
using Part = std::variant<Slice, Bytes>;

class Parts {
public:
    void keep(std::uint64_t from, std::uint64_t to);
    void write(Bytes bytes);
    // A place whose octets are known only at the end: n zeros, and where they are for put_in.
    [[nodiscard]] std::size_t hold(std::size_t n);
    void put_in(std::size_t place, Bytes bytes);

    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] const std::vector<Part>& list() const { return list_; }

private:
    std::vector<Part> list_;
    std::uint64_t size_ = 0;
};

// The cleaned file, read by position. The original outlives it.
class CleanedFile final : public Source {
public:
    CleanedFile(const Source& original, const Parts& parts);

    [[nodiscard]] std::uint64_t size() const override { return size_; }
    [[nodiscard]] Status read(std::uint64_t offset, MutableBytes out) const override;

private:
    struct Placed {
        std::uint64_t at;  // in the cleaned file
        Part part;
    };
    const Source& original_;
    std::vector<Placed> parts_;
    std::uint64_t size_ = 0;
};

}  // namespace parapet::metadata
