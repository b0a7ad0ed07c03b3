#include "crypto/base/reader.h"

namespace parapet {
namespace {

constexpr Error kTruncated{Code::truncated, "fewer bytes than the form needs"};

std::uint64_t big_endian(ByteView raw) {
    std::uint64_t v = 0;
    for (const std::uint8_t b : raw) v = v << 8 | b;
    return v;
}

template <class Int>
Result<Int> take_int(Reader& in) {
    TRY(const ByteView raw, in.take(sizeof(Int)));
    return static_cast<Int>(big_endian(raw));
}

}  // namespace

Result<ByteView> Reader::take(std::uint64_t n) {
    if (n > rest_.size()) return kTruncated;
    const ByteView out = rest_.first(static_cast<std::size_t>(n));
    rest_ = rest_.subspan(out.size());
    return out;
}

Result<std::uint8_t> Reader::take_u8() { return take_int<std::uint8_t>(*this); }
Result<std::uint16_t> Reader::take_u16() { return take_int<std::uint16_t>(*this); }
Result<std::uint32_t> Reader::take_u32() { return take_int<std::uint32_t>(*this); }
Result<std::uint64_t> Reader::take_u64() { return take_int<std::uint64_t>(*this); }

bool Reader::take_magic(std::string_view magic) {
    if (!text(rest_).starts_with(magic)) return false;
    rest_ = rest_.subspan(magic.size());
    return true;
}

Status Reader::finish() const {
    if (!done()) return Error{Code::trailing_bytes, "bytes after the end"};
    return Done{};
}

}  // namespace parapet
