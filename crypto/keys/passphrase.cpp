#include "crypto/keys/passphrase.h"

#include <string_view>

namespace parapet::keys {
namespace {

constexpr std::string_view kConsonants = "bcdfghjklmnprstv";
constexpr std::string_view kVowels = "aeiou";
constexpr std::size_t kWords = 6;
constexpr std::size_t kLetters = 4;

std::uint8_t letter_of(std::string_view letters, Random& random) {
    const std::size_t limit = 256 - 256 % letters.size();
    std::uint8_t b = 0;
    do random.fill({&b, 1});
    while (b >= limit);
    return static_cast<std::uint8_t>(letters[b % letters.size()]);
}

}  // namespace

Plaintext generate_passphrase(Random& random) {
    Plaintext out(kWords * (kLetters + 1) - 1);
    const MutableBytes text = out.reveal_for_writing();
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t place = i % (kLetters + 1);
        if (place == kLetters)
            text[i] = '-';
        else
            text[i] = letter_of(place % 2 == 0 ? kConsonants : kVowels, random);
    }
    return out;
}

}  // namespace parapet::keys
