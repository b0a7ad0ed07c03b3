#include "intake/plain/digits.h"

#include "crypto/keys/typed_digits.h"

namespace parapet::plain {

std::string latin_digits(std::string_view typed) {
    std::string out;
    ByteView rest = view(typed);
    while (const auto point = keys::take_code_point(rest)) {
        const keys::TypedCharacter one = keys::classify_typed(*point);
        if (one.kind == keys::TypedKind::digit) out += static_cast<char>('0' + one.digit);
    }
    return out;
}

std::string with_latin_digits(std::string_view typed) {
    std::string out;
    ByteView rest = view(typed);
    while (!rest.empty()) {
        const std::size_t before = typed.size() - rest.size();
        const auto point = keys::take_code_point(rest);
        if (!point) return out;
        const keys::TypedCharacter one = keys::classify_typed(*point);
        if (one.kind == keys::TypedKind::digit)
            out += static_cast<char>('0' + one.digit);
        else
            out += typed.substr(before, typed.size() - rest.size() - before);
    }
    return out;
}

}  // namespace parapet::plain
