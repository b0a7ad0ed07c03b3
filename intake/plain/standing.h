// The upper part of a case's page: where it stands, what happens next and by when.
#pragma once

#include "intake/plain/opened.h"

namespace parapet::plain {

// `own` may have failed: then it is said, and what needs it is left out.
using Own = Result<std::vector<reporter::SentBefore>>;
[[nodiscard]] Own own_of(const Turn& turn, const Opened& opened, const Result<reporter::OwnSealed>& report);

void show_standing(Page& page, const Turn& turn, const reporter::Mailbox& mailbox, const Own& own);

}  // namespace parapet::plain
