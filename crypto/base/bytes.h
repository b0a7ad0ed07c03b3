// Bytes that are not secret: ciphertext, public keys, notes, hashes.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/base/result.h"

namespace parapet {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
using MutableBytes = std::span<std::uint8_t>;

[[nodiscard]] inline ByteView view(std::string_view s) {
    return {reinterpret_cast<const std::uint8_t*>(s.data()), s.size()};
}
[[nodiscard]] inline std::string_view text(ByteView b) {
    return {reinterpret_cast<const char*>(b.data()), b.size()};
}

// A fixed number of public bytes with a meaning. Different Tags do not mix.
template <std::size_t N, class Tag>
struct Fixed {
    static constexpr std::size_t kSize = N;
    std::array<std::uint8_t, N> bytes{};

    [[nodiscard]] ByteView view() const { return bytes; }
    operator ByteView() const { return bytes; }  // NOLINT(google-explicit-constructor)
    friend auto operator<=>(const Fixed&, const Fixed&) = default;

    [[nodiscard]] static Fixed copy(std::span<const std::uint8_t, N> from) {
        Fixed out;
        std::copy(from.begin(), from.end(), out.bytes.begin());
        return out;
    }
    // malformed when the size differs.
    [[nodiscard]] static Result<Fixed> from(ByteView from_view) {
        if (from_view.size() != N) return Error{Code::malformed, "a fixed-size field has another size"};
        return copy(from_view.template first<N>());
    }
};

// SHA-256 output: body hash, core hash, wraps hash, roster hash, Merkle node.
using Hash = Fixed<32, struct HashTag>;
using DeploymentId = Fixed<16, struct DeploymentTag>;
using CaseId = Fixed<16, struct CaseTag>;            // also the mailbox id
using RecipientId = Fixed<16, struct RecipientTag>;  // rid, of a person's encryption key
using PersonId = Fixed<8, struct PersonTag>;
using EnvelopeId = Fixed<32, struct EnvelopeTag>;
using LogTag = Fixed<16, struct LogTagTag>;  // ctag, otag
using Nonce16 = Fixed<16, struct NonceTag>;
using SignKey = Fixed<32, struct SignKeyTag>;    // Ed25519 public key
using SealKey = Fixed<1216, struct SealKeyTag>;  // X-Wing public key
using Signature = Fixed<64, struct SignatureTag>;

// Big-endian appenders.
void put_u8(Bytes& out, std::uint8_t v);
void put_u16(Bytes& out, std::uint16_t v);
void put_u32(Bytes& out, std::uint32_t v);
void put_u64(Bytes& out, std::uint64_t v);
void put(Bytes& out, ByteView v);
inline void put(Bytes& out, std::string_view v) { put(out, view(v)); }

// Hex is lower case; base64 is RFC 4648 section 4, padded. Decoding refuses any second spelling
// (not_canonical) and anything else (malformed).
[[nodiscard]] std::string to_hex(ByteView in);
[[nodiscard]] Result<Bytes> from_hex(std::string_view in);
[[nodiscard]] std::string to_base64(ByteView in);
[[nodiscard]] Result<Bytes> from_base64(std::string_view in);

template <class F>
[[nodiscard]] Result<F> fixed_from_hex(std::string_view in) {
    TRY(const Bytes raw, from_hex(in));
    return F::from(raw);
}
template <class F>
[[nodiscard]] Result<F> fixed_from_base64(std::string_view in) {
    TRY(const Bytes raw, from_base64(in));
    return F::from(raw);
}

}  // namespace parapet
