// The receipt code: 32 decimal digits, all a reporter has (crypto/SPEC.md section 2).
//
// Digits, because one alphabet serves every language, can be dictated and reads the same in Arabic.
// Not given: a way back when it is lost. Whoever has seen it has the case.
#pragma once

#include <array>
#include <string_view>

#include "crypto/base/secret.h"

namespace parapet::keys {

inline constexpr std::size_t kReceiptDigits = 32;
inline constexpr std::size_t kReceiptGroups = 8;

class Receipt {
public:
    // 96.3 bits of it random.
    [[nodiscard]] static Receipt generate(Random& random);

    // As a person typed or pasted it, in the digits of any script, with spaces, hyphens, dots or slashes.
    // receipt_character, receipt_length, unknown_version, receipt_check.
    [[nodiscard]] static Result<Receipt> read(ByteView typed);

    // The 32 ASCII digits. Four each make a group.
    [[nodiscard]] std::span<const std::uint8_t, kReceiptDigits> reveal() const { return digits_.reveal(); }

private:
    using Digits = Secret<kReceiptDigits, struct ReceiptTag>;
    explicit Receipt(Digits digits) : digits_(std::move(digits)) {}
    Digits digits_;
};

}  // namespace parapet::keys
