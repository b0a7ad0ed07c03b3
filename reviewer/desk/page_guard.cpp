#include "reviewer/desk/page_guard.h"

namespace parapet::desk {

std::string PageGuard::page_url() const { return origin() + "/#" + to_hex(token_.reveal()); }

Status PageGuard::admit(const service::Request& request) const {
    constexpr Error kForbidden{Code::forbidden, "not asked by the page this desk served"};
    if (authority_.empty() || request.field(service::Field::host) != authority_) return kForbidden;
    const std::string& from = request.field(service::Field::origin);
    if (!from.empty() && from != origin()) return kForbidden;
    const Result<Bytes> shown = from_hex(request.field(service::Field::page_token));
    if (!shown.ok() || shown->size() != Token::kSize) return kForbidden;
    const Token given = Token::copy(std::span<const std::uint8_t, 32>(*shown));
    if (!(given == token_)) return kForbidden;
    return Done{};
}

}  // namespace parapet::desk
