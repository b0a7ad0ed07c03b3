// A case as the holder of its code sees it, in the words and the order of the page
// (intake/web/src/screens/my_case.ts).
#pragma once

#include "intake/cli/voice.h"
#include "intake/client/own.h"

namespace parapet::reporter {

// Where it stands, and what happens next by which day; a late office is called late here, from days that it
// sealed itself. On standard output, as all below.
void show_standing(const Voice& voice, const Mailbox& mailbox, const std::vector<SentBefore>& sent,
                   verify::Day today);

// What was withheld, put into another order or changed on its way, as far as it can be seen.
void show_warnings(const Voice& voice, const Mailbox& mailbox, const std::vector<SentBefore>& sent);

// Those that verified, the newest last.
void show_replies(const Voice& voice, const Mailbox& mailbox);

}  // namespace parapet::reporter
