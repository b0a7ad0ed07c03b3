#include "intake/cli/language.h"

#include <array>
#include <string_view>

namespace parapet::reporter {
namespace {

constexpr std::string_view kOption = "--language";

}  // namespace

std::optional<std::string> language_asked(std::span<const std::string> arguments) {
    std::optional<std::string> out;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view one = arguments[i];
        if (one == kOption && i + 1 < arguments.size()) out = arguments[i + 1];
        if (one.starts_with(kOption) && one.substr(kOption.size()).starts_with('='))
            out = one.substr(kOption.size() + 1);
    }
    return out;
}

std::string language_of(const Environment& environment) {
    constexpr std::array kNames{"LC_ALL", "LC_MESSAGES", "LANG"};
    for (const char* name : kNames) {
        const char* const value = environment(name);
        if (value == nullptr || *value == '\0') continue;
        const std::string_view locale = value;
        if (locale.starts_with("C.") || locale == "C" || locale == "POSIX") return "";
        return std::string(locale.substr(0, locale.find_first_of("_.@")));
    }
    return "";
}

}  // namespace parapet::reporter
