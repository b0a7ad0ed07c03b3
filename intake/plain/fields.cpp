#include "intake/plain/fields.h"

namespace parapet::plain {
namespace {

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

Result<std::string> decode(std::string_view in) {
    std::string out;
    out.reserve(in.size());
    for (std::size_t i = 0; i < in.size(); ++i) {
        if (in[i] == '+') {
            out += ' ';
        } else if (in[i] != '%') {
            out += in[i];
        } else {
            if (in.size() - i < 3 || hex_value(in[i + 1]) < 0 || hex_value(in[i + 2]) < 0)
                return Error{Code::malformed, "a form with a broken escape"};
            out += static_cast<char>(hex_value(in[i + 1]) * 16 + hex_value(in[i + 2]));
            i += 2;
        }
    }
    return out;
}

}  // namespace

void Fields::add(std::string name, std::string value) {
    values_[std::move(name)].push_back(std::move(value));
    ++count_;
}

const std::string& Fields::one(const std::string& name) const {
    static const std::string kNone;
    const auto at = values_.find(name);
    return at == values_.end() || at->second.empty() ? kNone : at->second.front();
}

const std::vector<std::string>& Fields::all(const std::string& name) const {
    static const std::vector<std::string> kNone;
    const auto at = values_.find(name);
    return at == values_.end() ? kNone : at->second;
}

bool Fields::has_beginning(const std::string& beginning) const {
    const auto at = values_.lower_bound(beginning);
    return at != values_.end() && at->first.starts_with(beginning);
}

Result<Fields> parse_urlencoded(ByteView body) {
    Fields out;
    std::string_view rest = text(body);
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('&'), rest.size());
        const std::string_view pair = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        if (pair.empty()) continue;
        const std::size_t equals = std::min(pair.find('='), pair.size());
        TRY(std::string name, decode(pair.substr(0, equals)));
        TRY(std::string value, decode(pair.substr(std::min(equals + 1, pair.size()))));
        if (out.count() == kMostFields) return Error{Code::too_large, "a form with too many fields"};
        out.add(std::move(name), std::move(value));
    }
    return out;
}

}  // namespace parapet::plain
