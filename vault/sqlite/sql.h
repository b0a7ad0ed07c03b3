// SQL text. Only a literal of this program converts to it, so nothing made at run time can reach a statement.
#pragma once

namespace parapet::sqlite {

class Sql {
public:
    consteval Sql(const char* text) : text_(text) {}  // NOLINT(google-explicit-constructor)
    [[nodiscard]] constexpr const char* c_str() const { return text_; }

private:
    const char* text_;
};

}  // namespace parapet::sqlite
