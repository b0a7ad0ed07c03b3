#include <algorithm>
#include <array>

#include "crypto/content/content.h"

namespace parapet::content {
namespace {

constexpr std::array<std::string_view, 5> kTypes{"acknowledgement", "question", "status", "decision",
                                                 "message"};
constexpr std::array<std::string_view, 8> kStatuses{"received",      "acknowledged", "question",  "review",
                                                    "investigators", "decision",     "suspended", "closed"};

constexpr std::array<std::string_view, 2> kKnownTo{"office", "investigators"};

template <class E, std::size_t N>
std::optional<E> find(const std::array<std::string_view, N>& names, std::string_view name) {
    const auto at = std::ranges::find(names, name);
    if (at == names.end()) return std::nullopt;
    return static_cast<E>(at - names.begin());
}

}  // namespace

std::string_view name_of(ReplyType type) { return kTypes[static_cast<std::size_t>(type)]; }
std::string_view name_of(PublicStatus status) { return kStatuses[static_cast<std::size_t>(status)]; }
std::string_view name_of(KnownTo known) { return kKnownTo[static_cast<std::size_t>(known)]; }
std::optional<KnownTo> known_to(std::string_view name) { return find<KnownTo>(kKnownTo, name); }
std::optional<ReplyType> reply_type(std::string_view name) { return find<ReplyType>(kTypes, name); }
std::optional<PublicStatus> public_status(std::string_view name) {
    return find<PublicStatus>(kStatuses, name);
}

}  // namespace parapet::content
