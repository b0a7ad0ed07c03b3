#include "crypto/base/bytes.h"

#include <sodium.h>

namespace parapet {
namespace {

template <class Int>
void put_int(Bytes& out, Int v) {
    for (int shift = 8 * (static_cast<int>(sizeof(Int)) - 1); shift >= 0; shift -= 8)
        out.push_back(static_cast<std::uint8_t>(v >> shift));
}

}  // namespace

void put_u8(Bytes& out, std::uint8_t v) { out.push_back(v); }
void put_u16(Bytes& out, std::uint16_t v) { put_int(out, v); }
void put_u32(Bytes& out, std::uint32_t v) { put_int(out, v); }
void put_u64(Bytes& out, std::uint64_t v) { put_int(out, v); }
void put(Bytes& out, ByteView v) { out.insert(out.end(), v.begin(), v.end()); }

std::string to_hex(ByteView in) {
    std::string out(in.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), in.data(), in.size());
    out.pop_back();
    return out;
}

Result<Bytes> from_hex(std::string_view in) {
    if (in.empty()) return Bytes{};  // libsodium takes no null pointer, not even for nothing
    Bytes out(in.size() / 2);
    std::size_t n = 0;
    if (in.size() % 2 != 0 ||
        sodium_hex2bin(out.data(), out.size(), in.data(), in.size(), nullptr, &n, nullptr) != 0 ||
        n != out.size())
        return Error{Code::malformed, "not hexadecimal"};
    if (to_hex(out) != in) return Error{Code::not_canonical, "hexadecimal is written in lower case"};
    return out;
}

std::string to_base64(ByteView in) {
    std::string out(sodium_base64_ENCODED_LEN(in.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
    sodium_bin2base64(out.data(), out.size(), in.data(), in.size(), sodium_base64_VARIANT_ORIGINAL);
    out.pop_back();
    return out;
}

Result<Bytes> from_base64(std::string_view in) {
    Bytes out(in.size() / 4 * 3 + 3);
    std::size_t n = 0;
    if (sodium_base642bin(out.data(), out.size(), in.data(), in.size(), nullptr, &n, nullptr,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return Error{Code::malformed, "not base64"};
    out.resize(n);
    if (to_base64(out) != in) return Error{Code::not_canonical, "base64 has one spelling here"};
    return out;
}

}  // namespace parapet
