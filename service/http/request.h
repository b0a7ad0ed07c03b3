// What a handler sees of a request.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "crypto/base/bytes.h"

namespace parapet::service {

// The methods a table may hold. Every other one is `other`, and never allowed.
enum class Method : std::uint8_t { get, post, other };

// The header fields a handler may ask for. What is not here (user agent, language, cookies, forwarded
// addresses) never reaches one, so that no handler can keep it.
enum class Field : std::uint8_t { host, origin, content_type, page_token, accept_encoding };
inline constexpr std::array<std::string_view, 5> kFieldNames{"host", "origin", "content-type",
                                                             "x-parapet-token", "accept-encoding"};

struct Request {
    Method method = Method::other;
    std::string path{};  // the target as it came: a query makes it another path
    std::array<std::string, kFieldNames.size()> fields{};  // empty: absent
    Bytes body{};                                          // whole; empty where the route streams it

    [[nodiscard]] const std::string& field(Field f) const { return fields[static_cast<std::size_t>(f)]; }
    [[nodiscard]] std::string& field(Field f) { return fields[static_cast<std::size_t>(f)]; }
};

}  // namespace parapet::service
