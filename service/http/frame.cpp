#include "service/http/frame.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace parapet::service {

namespace {

constexpr std::string_view kLineEnd = "\r\n";
constexpr std::string_view kHeadEnd = "\r\n\r\n";
constexpr std::size_t kLongestLength = 18;  // digits: no overflow in 64 bits

bool is_token(char c) {
    constexpr std::string_view kSymbols = "!#$%&'*+-.^_`|~";
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           kSymbols.find(c) != std::string_view::npos;
}

bool is_value(char c) {
    const auto u = static_cast<unsigned char>(c);
    return (u >= 0x20 && u != 0x7f) || c == '\t';
}

bool same_name(std::string_view name, std::string_view lower) {
    return std::equal(name.begin(), name.end(), lower.begin(), lower.end(), [](char a, char b) {
        return (a >= 'A' && a <= 'Z' ? static_cast<char>(a - 'A' + 'a') : a) == b;
    });
}

std::string_view trimmed(std::string_view s) {
    const std::size_t first = s.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return s.substr(first, s.find_last_not_of(" \t") - first + 1);
}

Result<std::uint64_t> read_length(std::string_view digits) {
    std::uint64_t out = 0;
    if (digits.empty() || digits.size() > kLongestLength)
        return Error{Code::malformed, "request: the length of the body"};
    const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), out);
    if (failed != std::errc() || end != digits.data() + digits.size())
        return Error{Code::malformed, "request: the length of the body"};
    return out;
}

// method SP target SP version, in printable ASCII.
Status check_request_line(std::string_view line) {
    const bool printable =
        std::all_of(line.begin(), line.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
    if (!printable || std::count(line.begin(), line.end(), ' ') != 2)
        return Error{Code::malformed, "request: first line"};
    return Done{};
}

}  // namespace

std::size_t head_size(ByteView in, std::size_t seen) {
    const std::size_t from = seen < kHeadEnd.size() ? 0 : seen - kHeadEnd.size() + 1;
    const std::size_t at = text(in).find(kHeadEnd, from);
    return at == std::string_view::npos ? 0 : at + kHeadEnd.size();
}

Result<Frame> read_frame(ByteView head, const Limits& limits) {
    std::string_view rest = text(head);
    if (!rest.ends_with(kHeadEnd)) return Error{Code::truncated, "request: head"};
    rest.remove_suffix(kLineEnd.size());

    const auto next_line = [&rest] {
        const std::size_t end = rest.find(kLineEnd);
        const std::string_view line = rest.substr(0, end);
        rest.remove_prefix(end + kLineEnd.size());
        return line;
    };

    TRY_(check_request_line(next_line()));
    Frame frame;
    frame.head = head.size();
    std::optional<std::uint64_t> length;
    for (std::size_t fields = 0; !rest.empty(); ++fields) {
        if (fields == limits.head_fields) return Error{Code::too_large, "request: too many header fields"};
        const std::string_view line = next_line();
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos || colon == 0)
            return Error{Code::malformed, "request: a header field without a name"};
        const std::string_view name = line.substr(0, colon);
        const std::string_view value = trimmed(line.substr(colon + 1));
        if (!std::all_of(name.begin(), name.end(), is_token) ||
            !std::all_of(value.begin(), value.end(), is_value))
            return Error{Code::malformed, "request: a character in a header field"};
        if (same_name(name, "transfer-encoding")) return Error{Code::malformed, "request: a transfer coding"};
        if (same_name(name, "content-length")) {
            if (length.has_value()) return Error{Code::malformed, "request: two lengths"};
            TRY(length, read_length(value));
        }
        if (same_name(name, "expect")) frame.expects_continue = value == "100-continue";
    }
    frame.body = length.value_or(0);
    return frame;
}

}  // namespace parapet::service
