// The desk without its page: one command, one answer on standard output, the same JSON. For rehearsals, tests
// and an officer who prefers a terminal.
#pragma once

#include <string>

#include "reviewer/desk/desk.h"

namespace parapet::desk {

struct Command {
    std::string what{};     // inbox, read, attachment, reply, recuse, names, {ask,approve,refuse,open}-name
    std::string case_id{};  // hex, or "newest": the first of the inbox
    std::string purpose = "intake";
    bool no_conflict = false;
    std::string env{};       // attachment
    std::string out_file{};  // attachment: a new file, mode 0600
    std::string type = "message";
    std::string status = "received";
    std::string text{};
    std::string look_again{};
    std::uint32_t message = 0;          // ask-name: the message beside which the name would be
    std::uint64_t request = 0;          // approve-name, refuse-name, open-name
    std::vector<std::string> attach{};  // reply: files to send with it
};

// The desk must be unlocked. A reply reads the case first, in the same run. Answers what to print.
[[nodiscard]] Result<std::string> run_headless(Desk& desk, const Command& command);

}  // namespace parapet::desk
