// The text of a typed note: a type line, then `key SP value` lines in a fixed order
// (crypto/SPEC.md section 6). Reading is by asking for the lines in that order; whatever is left over,
// missing or of another form is malformed.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/base/bytes.h"

namespace parapet::verify {

inline constexpr std::uint64_t kMaxNumber = (std::uint64_t{1} << 53) - 1;  // exact in both languages

class NoteText {
public:
    // wrong_type when the first line is not `type`. `in` must outlive this object and what it returns.
    [[nodiscard]] static Result<NoteText> open(std::string_view in, std::string_view type);

    [[nodiscard]] Result<std::string_view> take(std::string_view key);
    [[nodiscard]] std::optional<std::string_view> take_optional(std::string_view key);
    [[nodiscard]] std::vector<std::string_view> take_all(std::string_view key);
    // malformed when a line is left.
    [[nodiscard]] Status finish() const;

    template <class F>
    [[nodiscard]] Result<F> take_hex(std::string_view key);
    template <class F>
    [[nodiscard]] Result<F> take_base64(std::string_view key);
    [[nodiscard]] Result<std::uint64_t> take_number(std::string_view key);

private:
    explicit NoteText(std::string_view rest) : rest_(rest) {}
    std::string_view rest_;
};

// Values. All errors are `malformed`, also for a second spelling.
[[nodiscard]] Result<std::uint64_t> parse_number(std::string_view in);  // decimal, no leading zero, <= 2^53-1
[[nodiscard]] std::vector<std::string_view> split_words(std::string_view in, char separator);
template <class F>
[[nodiscard]] Result<F> value_from_hex(std::string_view in) {
    if (auto out = fixed_from_hex<F>(in); out.ok()) return out;
    return Error{Code::malformed, "a hexadecimal value of another form"};
}
template <class F>
[[nodiscard]] Result<F> value_from_base64(std::string_view in) {
    if (auto out = fixed_from_base64<F>(in); out.ok()) return out;
    return Error{Code::malformed, "a base64 value of another form"};
}

// Public labels of members: 1 to 64 bytes of UTF-8 without control characters.
[[nodiscard]] Status check_label(std::string_view label);

template <class F>
Result<F> NoteText::take_hex(std::string_view key) {
    TRY(const std::string_view value, take(key));
    return value_from_hex<F>(value);
}
template <class F>
Result<F> NoteText::take_base64(std::string_view key) {
    TRY(const std::string_view value, take(key));
    return value_from_base64<F>(value);
}

// Writing: the type line, then line after line.
class NoteWriter {
public:
    explicit NoteWriter(std::string_view type) : text_(std::string(type) + "\n") {}
    NoteWriter& line(std::string_view key, std::string_view value);
    NoteWriter& hex(std::string_view key, ByteView value) { return line(key, to_hex(value)); }
    NoteWriter& base64(std::string_view key, ByteView value) { return line(key, to_base64(value)); }
    NoteWriter& number(std::string_view key, std::uint64_t n) { return line(key, std::to_string(n)); }
    [[nodiscard]] std::string finish() { return std::move(text_); }

private:
    std::string text_;
};

}  // namespace parapet::verify
