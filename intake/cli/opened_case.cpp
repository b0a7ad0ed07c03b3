#include "intake/cli/opened_case.h"

#include "intake/cli/office_at_hand.h"

namespace parapet::reporter {

Result<OpenedCase> open_case(const CaseRequest& request, const Voice& voice) {
    TRY(Office office, open_from(request.office, voice));
    TRY(const keys::Receipt receipt, ask_receipt(request.receipt_file, voice));
    keys::ReporterKeys reporter = keys::ReporterKeys::derive(receipt, office.root.deployment());
    TRY(service::Client intake, service::Client::to(request.office.origin));
    TRY(Mailbox mailbox, look(intake, {office, reporter}));
    return OpenedCase{std::move(office), std::move(reporter), std::move(intake), std::move(mailbox)};
}

void tell_removed(const Voice& voice) {
    for (const char* name : {"removed.title", "removed.you", "removed.office", "removed.new"})
        voice.tell(name);
}

}  // namespace parapet::reporter
