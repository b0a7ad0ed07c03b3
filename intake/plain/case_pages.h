// What the holder of a code sees: where the case stands, the office's messages, a place to write; and what
// was sent, read again.
#pragma once

#include "intake/plain/files.h"
#include "intake/plain/turn.h"

namespace parapet::plain {

[[nodiscard]] std::string case_page(Turn& turn);
// What is said above it: that something was sent, or what kept it from being sent.
struct Notice {
    std::string sentence;
    bool is_fault = false;
    const FilesToSeal* files = nullptr;  // that went with it
};
[[nodiscard]] std::string case_page(Turn& turn, const Notice& notice);
void take_message(Turn& turn);
[[nodiscard]] std::string write_page(Turn& turn);
[[nodiscard]] std::string own_page(Turn& turn);

}  // namespace parapet::plain
