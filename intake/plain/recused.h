// That somebody is out of a case by the office's word: told, and asked about, on each page whose words would
// be sealed past that person.
#pragma once

#include "intake/client/recusal.h"
#include "intake/plain/opened.h"

namespace parapet::plain {

// `sent`: everything sent under the code so far, the report first; empty where it could not be fetched.
[[nodiscard]] reporter::OutOfCase out_of(const Turn& turn, const Opened& opened,
                                         const std::vector<reporter::SentBefore>& sent);
// From here on the draft says of whom its pages tell. Who is told of somebody for the first time is asked
// anew, and keeps nobody without saying so.
void tell_of(Turn& turn, const reporter::OutOfCase& out);

void show_recusal(Page& page, const Turn& turn);
// The answer that stood on the page; the one before, where it was not asked there.
void take_recusal(Turn& turn);

}  // namespace parapet::plain
