// Envelopes written without looking at the rules: what crypto/seal would refuse to write.
#pragma once

#include "crypto/keys/dek.h"
#include "crypto/verify/header.h"

namespace parapet::vectors {

[[nodiscard]] keys::Dek dek(std::string_view name);
// The header of the cast, committed to dek(name).
[[nodiscard]] verify::EnvelopeHeader committed(verify::Kind kind, std::uint32_t seq, std::uint32_t part,
                                               std::string_view name);
// u64(len C) || C || zeros up to `size`.
[[nodiscard]] Bytes padded(ByteView content, std::uint64_t size);
// Which chunk is sealed as the last; none when beyond.
inline constexpr std::uint64_t kRightOne = ~std::uint64_t{0};
[[nodiscard]] Bytes raw_core(const verify::EnvelopeHeader& header, const keys::Dek& key, ByteView p,
                             std::uint64_t last = kRightOne);
// As it should be: content padded to what its kind says.
[[nodiscard]] Bytes good_core(const verify::EnvelopeHeader& header, const keys::Dek& key, ByteView content);

}  // namespace parapet::vectors
