// What keeps answers from going on: asked on every path in the same way. The twin of
// intake/web/src/form/faults.ts; both are held to tests/intake/answers/.
#pragma once

#include "intake/client/asked.h"

namespace parapet::reporter {

enum class Fault : std::uint8_t {
    needed,     // nothing was written where something has to be
    too_long,   // in octets, once tidied
    wrong_day,  // not of the calendar, or not between 1950 and 2100
    choose,     // one of the options
    tick,       // at least one of them
    alone,      // an option that stands without the others, beside another
};

struct FaultAt {
    std::string place;  // "what"; in a list "acts.1.when", entries counted from 0
    Fault fault;
};

// In the order of the page. Of a list: entries in which something was said; of a required one in which
// nothing was said anywhere, the first.
[[nodiscard]] std::vector<FaultAt> faults_in(const std::vector<Question>& questions, const Values& values,
                                             Names names);

// The name of its sentence in the catalogues.
[[nodiscard]] std::string_view sentence_of(Fault fault);

// Nothing but presets and white space stands in it.
[[nodiscard]] bool is_untouched(const std::vector<Question>& questions, const Values& entry);

}  // namespace parapet::reporter
