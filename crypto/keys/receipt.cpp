#include "crypto/keys/receipt.h"

#include <algorithm>

#include "crypto/keys/typed_digits.h"

namespace parapet::keys {
namespace {

constexpr std::size_t kChecked = 30;  // the digits the check digits are made from
constexpr std::size_t kMostCodePoints = 256;

// ISO 7064 MOD 97-10: the two digits that make the number 1 modulo 97.
std::array<std::uint8_t, 2> check_digits(std::span<const std::uint8_t, kReceiptDigits> digits) {
    unsigned remainder = 0;
    for (const std::uint8_t d : digits.first(kChecked)) remainder = (remainder * 10 + (d - '0')) % 97;
    const unsigned check = 98 - remainder * 100 % 97;
    return {static_cast<std::uint8_t>('0' + check / 10), static_cast<std::uint8_t>('0' + check % 10)};
}

std::uint8_t random_digit(Random& random) {
    std::uint8_t b = 0;
    do random.fill({&b, 1});
    while (b >= 250);
    return static_cast<std::uint8_t>('0' + b % 10);
}

}  // namespace

Receipt Receipt::generate(Random& random) {
    return Receipt(Digits::make([&](std::span<std::uint8_t, kReceiptDigits> out) {
        out[0] = '1';
        for (std::uint8_t& d : out.subspan(1, kChecked - 1)) d = random_digit(random);
        std::ranges::copy(check_digits(out), out.last(2).begin());
    }));
}

Result<Receipt> Receipt::read(ByteView typed) {
    std::size_t code_points = 0;
    std::size_t count = 0;
    bool ill_formed = false;
    bool other = false;
    Digits digits = Digits::make([&](std::span<std::uint8_t, kReceiptDigits> out) {
        while (!typed.empty() && code_points <= kMostCodePoints && !other) {
            const auto c = take_code_point(typed);
            ill_formed = !c.has_value();
            const TypedCharacter typed_character = c ? classify_typed(*c) : TypedCharacter{};
            other = typed_character.kind == TypedKind::other;
            ++code_points;
            if (typed_character.kind != TypedKind::digit) continue;
            if (count < out.size()) out[count] = static_cast<std::uint8_t>('0' + typed_character.digit);
            ++count;
        }
    });
    if (code_points > kMostCodePoints) return Error{Code::receipt_length, "a receipt is shorter than this"};
    if (other || ill_formed) return Error{Code::receipt_character, "a receipt holds digits only"};
    if (count != kReceiptDigits) return Error{Code::receipt_length, "a receipt has 32 digits"};
    if (digits.reveal()[0] != '1') return Error{Code::unknown_version, "a receipt begins with 1"};
    const auto check = check_digits(digits.reveal());
    if (!std::ranges::equal(check, digits.reveal().last(2)))
        return Error{Code::receipt_check, "the check digits are others"};
    return Receipt(std::move(digits));
}

}  // namespace parapet::keys
