// receipt: {typed} -> {digits}.
#include "crypto/keys/receipt.h"

#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_receipt {

std::string digits() {
    cast::FixedRandom random("receipt");
    const keys::Receipt receipt = keys::Receipt::generate(random);
    return std::string(text(receipt.reveal()));
}

std::string utf8(char32_t c) {
    std::string out;
    const auto more = [](char32_t bits) { return static_cast<char>(0x80 | (bits & 0x3f)); };
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xc0 | (c >> 6)), more(c)};
    return {static_cast<char>(0xe0 | (c >> 12)), more(c >> 6), more(c)};
}

// Every digit in the script whose zero this is, groups apart.
std::string in_script(char32_t zero, const std::string& between) {
    std::string out;
    const std::string plain = digits();
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (i > 0 && i % 4 == 0) out += between;
        out += utf8(zero + static_cast<char32_t>(plain[i] - '0'));
    }
    return out;
}

void write_receipt(VectorFolder& out) {
    const std::string good = digits();
    const auto ok = [&](const char* fact, const char* about, const std::string& typed) {
        out.ok(fact, about, {{"typed", octets(typed)}}, {{"digits", good}});
    };
    ok("plain", "32 digits and nothing else.", good);
    ok("groups-with-spaces", "As it is printed.", in_script('0', " "));
    ok("groups-with-hyphens", "As some write it.", in_script('0', "-"));
    ok("every-separator", "Space, tab, line ends, dots, slashes, hyphens of all kinds.",
       in_script('0', " \t\r\n.-/\u00a0\u202f\u2007\u2011\u2013\u2044"));
    ok("direction-marks", "Pasted from a right-to-left page.",
       "\u2067" + in_script('0', "\u200f") + "\u2069\u061c\ufeff");
    const std::pair<const char*, char32_t> scripts[] = {
        {"arabic-indic", 0x660}, {"persian", 0x6f0},  {"nko", 0x7c0},        {"devanagari", 0x966},
        {"bengali", 0x9e6},      {"gurmukhi", 0xa66}, {"gujarati", 0xae6},   {"tamil", 0xbe6},
        {"telugu", 0xc66},       {"thai", 0xe50},     {"lao", 0xed0},        {"tibetan", 0xf20},
        {"myanmar", 0x1040},     {"khmer", 0x17e0},   {"full-width", 0xff10}};
    for (const auto& [name, zero] : scripts)
        ok(name, "Digits of another script become 0 to 9.", in_script(zero, " "));
    ok("scripts-mixed", "Half in one script, half in another.",
       in_script(0x660, "").substr(0, 32) + good.substr(16));
    ok("at-most-256-code-points", "Separators up to the limit.", good + std::string(224, ' '));

    const auto bad = [&](const char* fault, const char* about, const std::string& typed, Code code) {
        out.refused(fault, about, {{"typed", octets(typed)}}, code);
    };
    bad("empty", "Nothing typed.", "", Code::receipt_length);
    bad("one-digit-short", "31 digits.", good.substr(0, 31), Code::receipt_length);
    bad("one-digit-more", "33 digits.", good + "0", Code::receipt_length);
    bad("257-code-points", "One separator over the limit.", good + std::string(225, ' '),
        Code::receipt_length);
    std::string wrong = good;
    wrong[10] = wrong[10] == '9' ? '0' : static_cast<char>(wrong[10] + 1);
    bad("one-digit-wrong", "Every single wrong digit is caught.", wrong, Code::receipt_check);
    std::string swapped = good;
    std::size_t at = 5;
    while (swapped[at] == swapped[at + 1]) ++at;
    std::swap(swapped[at], swapped[at + 1]);
    bad("neighbours-swapped", "So is every adjacent swap.", swapped, Code::receipt_check);
    // 98 - (N·100 mod 97) is never 00, 01 or 99, although N·100 + 97 more would pass a plain remainder test.
    std::string other = good;
    const int check = std::stoi(good.substr(30));
    const std::string alias = std::to_string(check >= 97 ? check - 97 : check + 97);
    other.replace(30, 2, alias.size() == 1 ? "0" + alias : alias.substr(alias.size() - 2));
    bad("check-digits-of-another-form", "Compared as text: one accepted form exists.", other,
        Code::receipt_check);
    bad("version-2", "The first digit says the version.", "2" + good.substr(1), Code::unknown_version);
    bad("letter-inside", "O is no digit.", good.substr(0, 12) + "O" + good.substr(13),
        Code::receipt_character);
    bad("roman-numeral", "A number, but no decimal digit.", good.substr(0, 31) + "\u2162",
        Code::receipt_character);
    bad("superscript", "Nor is this one.", good.substr(0, 31) + "\u00b2", Code::receipt_character);
    out.refused("ill-formed-utf8", "A lone continuation octet.",
                {{"typed", Json::array({hex(view(good.substr(0, 31))), "80"})}}, Code::receipt_character);
}

const Registered kRegistered{"receipt", write_receipt};

}  // namespace parapet::vectors::group_receipt
