// Taking the fields of one JSON object, each once, until none is left.
#pragma once

#include <string>
#include <string_view>

#include "crypto/base/bytes.h"
#include "crypto/content/strict_json.h"
#include "crypto/verify/calendar.h"

namespace parapet::content {

inline constexpr std::size_t kMostText = 512 * 1024;

inline constexpr Error kSchemaFault{Code::content_schema, "content outside the schema of its kind"};

// All errors are content_schema. The object must outlive this.
class Fields {
public:
    [[nodiscard]] static Result<Fields> of(const Json& object);

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] Result<const Json*> take(std::string_view key);
    [[nodiscard]] Result<std::string> text(std::string_view key, std::size_t least,
                                           std::size_t most = kMostText);
    [[nodiscard]] Result<std::uint64_t> number(std::string_view key, std::uint64_t least, std::uint64_t most);
    [[nodiscard]] Result<verify::Day> day(std::string_view key);
    [[nodiscard]] Result<std::string> language();
    [[nodiscard]] Status version();  // "v" is 1

    template <class F>
    [[nodiscard]] Result<F> hex(std::string_view key) {
        TRY(const std::string value, text(key, 2 * F::kSize, 2 * F::kSize));
        auto out = fixed_from_hex<F>(value);
        return out.ok() ? out : Result<F>(kSchemaFault);
    }
    template <class F>
    [[nodiscard]] Result<F> base64(std::string_view key) {
        TRY(const std::string value, text(key, 1));
        auto out = fixed_from_base64<F>(value);
        return out.ok() ? out : Result<F>(kSchemaFault);
    }

    [[nodiscard]] Status finish() const;

private:
    explicit Fields(const Json& object) : object_(&object) {}
    const Json* object_;
    std::size_t taken_ = 0;
};

[[nodiscard]] Result<std::string> text_of(const Json& value, std::size_t least, std::size_t most = kMostText);
[[nodiscard]] bool is_name(std::string_view in, std::size_t most, bool underscore);
[[nodiscard]] bool is_language(std::string_view in);

}  // namespace parapet::content
