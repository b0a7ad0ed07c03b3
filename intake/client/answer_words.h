// Options and entries of an answer in the words of a catalogue. `path` names the question:
// "form.protection.acts".
#pragma once

#include "crypto/content/content.h"
#include "intake/client/catalogue.h"

namespace parapet::reporter {

[[nodiscard]] std::string option_in_words(const Catalogue& words, const std::string& path,
                                          const std::string& option);
// Of one or of several, between dots.
[[nodiscard]] std::string options_in_words(const Catalogue& words, const std::string& path,
                                           const content::Answer& answer);
// Of a list, counted from 0: "Act 2".
[[nodiscard]] std::string entry_in_words(const Catalogue& words, const std::string& path, std::size_t n);

}  // namespace parapet::reporter
