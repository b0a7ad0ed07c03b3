// The finished program parapet-report, run as a person or a script would.
#pragma once

#include <string>
#include <vector>

namespace parapet::intake::testing {

struct Ran {
    int code = -1;
    std::string out;
    std::string err;
};

// With standard output and error in files, this on standard input, and the locale of the person's machine.
[[nodiscard]] Ran run_report(const std::vector<std::string>& arguments, const std::string& input = "",
                             const std::string& locale = "en_GB.UTF-8");

// At a terminal, in English; `typed` is typed once the program asks for a code. `out` is all that the
// terminal shows.
[[nodiscard]] Ran run_report_at_terminal(const std::vector<std::string>& arguments,
                                         const std::string& typed = "");

}  // namespace parapet::intake::testing
