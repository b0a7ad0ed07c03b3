// Bytes read by position, so that sealing and opening can pass over them twice and resume in the middle,
// in constant memory.
#pragma once

#include "crypto/base/bytes.h"

namespace parapet {

class Source {
public:
    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    virtual ~Source() = default;

    [[nodiscard]] virtual std::uint64_t size() const = 0;
    // Fills `out` with the bytes from `offset` on. io when it cannot, or not all of them: a source that
    // became shorter is an error.
    [[nodiscard]] virtual Status read(std::uint64_t offset, MutableBytes out) const = 0;
};

class MemorySource final : public Source {
public:
    explicit MemorySource(ByteView bytes) : bytes_(bytes) {}
    [[nodiscard]] std::uint64_t size() const override { return bytes_.size(); }
    [[nodiscard]] Status read(std::uint64_t offset, MutableBytes out) const override;

private:
    ByteView bytes_;
};

}  // namespace parapet
