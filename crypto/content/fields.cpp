#include "crypto/content/fields.h"

#include <algorithm>

namespace parapet::content {

Result<Fields> Fields::of(const Json& object) {
    if (!object.is_object()) return kSchemaFault;
    return Fields(object);
}

bool Fields::has(std::string_view key) const { return object_->contains(key); }

Result<const Json*> Fields::take(std::string_view key) {
    const auto at = object_->find(key);
    if (at == object_->end()) return kSchemaFault;
    ++taken_;
    return &*at;
}

Result<std::string> text_of(const Json& value, std::size_t least, std::size_t most) {
    if (!value.is_string()) return kSchemaFault;
    const auto& out = value.get_ref<const std::string&>();
    if (out.size() < least || out.size() > most) return kSchemaFault;
    return out;
}

Result<std::string> Fields::text(std::string_view key, std::size_t least, std::size_t most) {
    TRY(const Json* value, take(key));
    return text_of(*value, least, most);
}

Result<std::uint64_t> Fields::number(std::string_view key, std::uint64_t least, std::uint64_t most) {
    TRY(const Json* value, take(key));
    if (!value->is_number_unsigned()) return kSchemaFault;
    const auto n = value->get<std::uint64_t>();
    if (n < least || n > most) return kSchemaFault;
    return n;
}

Result<verify::Day> Fields::day(std::string_view key) {
    TRY(const std::string value, text(key, 10, 10));
    auto out = verify::Day::parse(value);
    return out.ok() ? out : Result<verify::Day>(kSchemaFault);
}

Result<std::string> Fields::language() {
    TRY(std::string out, text("lang", 2, 8));
    if (!is_language(out)) return kSchemaFault;
    return out;
}

Status Fields::version() {
    TRY_(number("v", 1, 1));
    return Done{};
}

Status Fields::finish() const {
    if (taken_ != object_->size()) return kSchemaFault;
    return Done{};
}

bool is_language(std::string_view in) {
    return in.size() >= 2 && in.size() <= 8 &&
           std::ranges::all_of(in, [](char c) { return (c >= 'a' && c <= 'z') || c == '-'; });
}

bool is_name(std::string_view in, std::size_t most, bool underscore) {
    return !in.empty() && in.size() <= most && std::ranges::all_of(in, [&](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || (underscore && c == '_');
    });
}

}  // namespace parapet::content
