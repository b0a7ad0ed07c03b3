// What a person is told: what happened and what to do, in short sentences that blame nobody. An Error made in
// this folder carries the name of its sentence in the catalogues instead of words.
#pragma once

#include "crypto/base/result.h"
#include "intake/cli/voice.h"
#include "intake/client/metadata/found.h"

namespace parapet::reporter {

// Of a whole command, its code behind it.
[[nodiscard]] std::string what_happened(const Voice& voice, Error error);
// Of a picture that was cleaned.
[[nodiscard]] std::string found_in_words(const Voice& voice, const std::vector<metadata::Finding>& found);

// 1: refused, and the same again will be. 3: over by itself; nothing is lost, run it again later.
[[nodiscard]] int exit_code(Code code);

}  // namespace parapet::reporter
