#include "crypto/verify/note_text.h"

#include "crypto/verify/utf8.h"

namespace parapet::verify {

Result<NoteText> NoteText::open(std::string_view in, std::string_view type) {
    const std::size_t end = in.find('\n');
    if (in.substr(0, end) != type) return Error{Code::wrong_type, "a note of another type"};
    if (end == std::string_view::npos || in.back() != '\n')
        return Error{Code::malformed, "a note's text ends in a line feed"};
    return NoteText(in.substr(end + 1));
}

std::optional<std::string_view> NoteText::take_optional(std::string_view key) {
    const std::string_view line = rest_.substr(0, rest_.find('\n'));
    if (!line.starts_with(key) || line.size() < key.size() + 2 || line[key.size()] != ' ')
        return std::nullopt;
    rest_.remove_prefix(line.size() + 1);
    return line.substr(key.size() + 1);
}

Result<std::string_view> NoteText::take(std::string_view key) {
    const auto value = take_optional(key);
    if (!value) return Error{Code::malformed, "a line of a note is missing or out of its order"};
    return *value;
}

std::vector<std::string_view> NoteText::take_all(std::string_view key) {
    std::vector<std::string_view> out;
    while (const auto value = take_optional(key)) out.push_back(*value);
    return out;
}

Status NoteText::finish() const {
    if (!rest_.empty()) return Error{Code::malformed, "a line too many in a note"};
    return Done{};
}

Result<std::uint64_t> NoteText::take_number(std::string_view key) {
    TRY(const std::string_view value, take(key));
    return parse_number(value);
}

Result<std::uint64_t> parse_number(std::string_view in) {
    constexpr Error kForm{Code::malformed, "a decimal number without leading zeros, at most 2^53 - 1"};
    if (in.empty() || in.size() > 16 || (in[0] == '0' && in.size() > 1)) return kForm;
    std::uint64_t out = 0;
    for (const char c : in) {
        if (c < '0' || c > '9') return kForm;
        out = out * 10 + static_cast<std::uint64_t>(c - '0');
    }
    if (out > kMaxNumber) return kForm;
    return out;
}

std::vector<std::string_view> split_words(std::string_view in, char separator) {
    std::vector<std::string_view> out;
    for (;;) {
        const std::size_t end = in.find(separator);
        out.push_back(in.substr(0, end));
        if (end == std::string_view::npos) return out;
        in.remove_prefix(end + 1);
    }
}

Status check_label(std::string_view label) {
    if (label.empty() || label.size() > 64 || !is_plain_utf8(label) ||
        label.find('\n') != std::string_view::npos)
        return Error{Code::malformed, "a public label has 1 to 64 bytes of text"};
    return Done{};
}

NoteWriter& NoteWriter::line(std::string_view key, std::string_view value) {
    text_.append(key).append(" ").append(value).append("\n");
    return *this;
}

}  // namespace parapet::verify
