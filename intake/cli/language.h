// In which language a person is spoken to.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>

namespace parapet::reporter {

// What stands behind the last --language of a command line, or behind its "=".
[[nodiscard]] std::optional<std::string> language_asked(std::span<const std::string> arguments);

// Of LC_ALL, LC_MESSAGES and LANG the first that says anything: "ar" of "ar_EG.UTF-8". Empty for "C", "POSIX"
// and nothing at all.
using Environment = std::function<const char*(const char* name)>;
[[nodiscard]] std::string language_of(const Environment& environment);

}  // namespace parapet::reporter
