// Sealing for a person without scripts: the work of a reporter's own client, done here, marked in every
// envelope as done here (author 3), and forgotten.
#pragma once

#include "intake/client/mailbox.h"
#include "intake/plain/files.h"
#include "intake/plain/gateway.h"

namespace parapet::plain {

// Sealed and accepted by intake. A report that intake had already under this code counts as accepted: the
// answer to an earlier try was lost on the way.
[[nodiscard]] Status send_report(Gateway& gateway, const Office& office, const keys::ReporterKeys& reporter,
                                 content::Report draft, content::Identity identity, const FilesToSeal& files);

// Whom the case left out gets no further message either.
[[nodiscard]] Status send_message(Gateway& gateway, const Office& office, const keys::ReporterKeys& reporter,
                                  const reporter::Mailbox& mailbox, content::Message draft,
                                  content::Identity identity, const FilesToSeal& files);

}  // namespace parapet::plain
