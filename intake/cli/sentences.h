// What a person is told: what happened and what to do, in short sentences that blame nobody.
#pragma once

#include <string>
#include <vector>

#include "crypto/base/result.h"
#include "crypto/content/content.h"
#include "intake/client/faults.h"
#include "intake/client/given.h"
#include "intake/client/metadata/found.h"

namespace parapet::reporter {

// Of a whole command. The error's own words where there is nothing better to say.
[[nodiscard]] std::string what_happened(Error error);
// Of one reply that did not verify.
[[nodiscard]] std::string wrong_with_reply(Code code);
// Of a picture that was cleaned.
[[nodiscard]] std::string removed_in_words(const std::vector<metadata::Finding>& found);
[[nodiscard]] std::string status_in_words(content::PublicStatus status);

// Of an answer in a file, beside its place.
[[nodiscard]] std::string fault_in_words(Fault fault);
[[nodiscard]] std::string strange_in_words(Strange strange);

// 1: refused, and the same again will be. 3: over by itself; nothing is lost, run it again later.
[[nodiscard]] int exit_code(Code code);

}  // namespace parapet::reporter
