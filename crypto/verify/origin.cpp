#include <algorithm>

#include "crypto/verify/note_text.h"
#include "crypto/verify/root.h"

namespace parapet::verify {
namespace {

bool is_host(std::string_view host) {
    const auto fits = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    };
    const auto fits_v6 = [](char c) {
        return (c >= 'a' && c <= 'f') || (c >= '0' && c <= '9') || c == ':' || c == '.';
    };
    if (host.starts_with('['))
        return host.size() > 4 && host.ends_with(']') &&
               std::ranges::all_of(host.substr(1, host.size() - 2), fits_v6);
    return !host.empty() && host.size() <= 253 && std::ranges::all_of(host, fits);
}

}  // namespace

bool is_origin(std::string_view in) {
    for (const std::string_view scheme : {"http://", "https://"}) {
        if (!in.starts_with(scheme)) continue;
        std::string_view rest = in.substr(scheme.size());
        const std::size_t colon = rest.ends_with(']') ? std::string_view::npos : rest.rfind(':');
        if (colon != std::string_view::npos) {
            const auto port = parse_number(rest.substr(colon + 1));
            if (!port || *port < 1 || *port > 65'535) return false;
            rest = rest.substr(0, colon);
        }
        return is_host(rest);
    }
    return false;
}

}  // namespace parapet::verify
