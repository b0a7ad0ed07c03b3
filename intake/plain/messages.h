// What the office wrote, the newest first, with the files it sent; and what was withheld, put into another
// order or changed on its way, as far as it can be seen.
#pragma once

#include "intake/plain/standing.h"

namespace parapet::plain {

void show_reply(Page& page, const Turn& turn, const reporter::CheckedReply& one);
void show_messages(Page& page, const Turn& turn, const reporter::Mailbox& mailbox, const Own& own);

}  // namespace parapet::plain
