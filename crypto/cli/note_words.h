// A root or roster in words, for the officer who is about to sign it.
#pragma once

#include "crypto/verify/roster.h"

namespace parapet::cli {

[[nodiscard]] std::string in_words(const verify::RootLines& root);
[[nodiscard]] std::string in_words(const verify::RosterLines& roster);
// wrong_type when it is neither.
[[nodiscard]] Result<std::string> note_in_words(std::string_view text);

}  // namespace parapet::cli
