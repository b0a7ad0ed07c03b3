// The case behind a code, opened and looked at once.
#pragma once

#include "crypto/keys/reporter_keys.h"
#include "intake/cli/commands.h"
#include "intake/client/mailbox.h"
#include "intake/client/office.h"

namespace parapet::reporter {

struct OpenedCase {
    Office office;
    keys::ReporterKeys reporter;
    service::Client intake;
    Mailbox mailbox;

    [[nodiscard]] Holder holder() const { return {office, reporter}; }
};

// What open_from, ask_receipt and look say. Whether anything is held stands in the mailbox.
[[nodiscard]] Result<OpenedCase> open_case(const CaseRequest& request, const Voice& voice);

// Says that the access of the code was removed, and what that means.
void tell_removed(const Voice& voice);

}  // namespace parapet::reporter
