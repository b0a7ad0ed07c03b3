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

// Without a terminal, standard output and error in files, this on standard input, and the locale of the
// person's machine.
[[nodiscard]] Ran run_report(const std::vector<std::string>& arguments, const std::string& input = "",
                             const std::string& locale = "en_GB.UTF-8");

// One line, typed once the terminal shows this behind what was typed before.
struct Typing {
    std::string behind;
    std::string line;
};
inline constexpr const char* kAsksForCode = "Your code (it does not show while you type): ";

// At a terminal, in English. `out` is all that the terminal shows.
[[nodiscard]] Ran run_report_at_terminal(const std::vector<std::string>& arguments,
                                         const std::vector<Typing>& typed = {});

}  // namespace parapet::intake::testing
