// Answers that were typed into no field, as from a file: whether they answer the questionnaire at all. What
// keeps them from going on then is asked as on every path (faults.h).
#pragma once

#include "intake/client/asked.h"

namespace parapet::reporter {

enum class Strange : std::uint8_t {
    no_question,  // the questionnaire asks nothing of this name
    not_asked,    // it does, but not with the answers beside it
    for_names,    // it goes into the identity object, not among the answers
    wrong_kind,   // a text where options are ticked, a list where a text stands
    no_option,    // not one of the options
    too_many,     // more entries than the list takes
};

struct StrangeAt {
    std::string place;  // as of FaultAt
    Strange what;
};

// In the order of the names. Empty for everything that a page could have sent.
[[nodiscard]] std::vector<StrangeAt> strange_in(const Questionnaire& form, const Values& values);

// The name of its sentence in the catalogues.
[[nodiscard]] std::string_view sentence_of(Strange strange);

}  // namespace parapet::reporter
