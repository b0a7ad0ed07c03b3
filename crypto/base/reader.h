// The one place that looks at lengths. Every parser of untrusted bytes is written with it.
#pragma once

#include "crypto/base/bytes.h"

namespace parapet {

// Walks a view from front to back. It owns nothing: the bytes must outlive it and everything taken.
// Every take_* answers `truncated` when fewer bytes are left, and then has taken nothing.
class Reader {
public:
    explicit Reader(ByteView in) : rest_(in) {}

    [[nodiscard]] bool done() const { return rest_.empty(); }
    [[nodiscard]] std::size_t left() const { return rest_.size(); }
    [[nodiscard]] ByteView rest() const { return rest_; }

    [[nodiscard]] Result<ByteView> take(std::uint64_t n);
    [[nodiscard]] Result<std::uint8_t> take_u8();
    [[nodiscard]] Result<std::uint16_t> take_u16();
    [[nodiscard]] Result<std::uint32_t> take_u32();
    [[nodiscard]] Result<std::uint64_t> take_u64();
    // True, and past it, when the next bytes are exactly these.
    [[nodiscard]] bool take_magic(std::string_view magic);

    template <class F>
    [[nodiscard]] Result<F> take_fixed() {
        TRY(const ByteView raw, take(F::kSize));
        return F::from(raw);
    }
    // trailing_bytes unless everything was taken.
    [[nodiscard]] Status finish() const;

private:
    ByteView rest_;
};

}  // namespace parapet
