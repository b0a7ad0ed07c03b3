#include "intake/client/filing.h"

#include <algorithm>

namespace parapet::reporter {

namespace {

const content::Filed* filed_in(const Mailbox& mailbox) {
    const auto found = std::ranges::find_if(
        mailbox.replies, [](const CheckedReply& one) { return one.reply.filed.has_value(); });
    return found == mailbox.replies.end() ? nullptr : &*found->reply.filed;
}

}  // namespace

Result<std::optional<ProvenFiling>> proven_filing(service::Client& intake, const Holder& holder,
                                                  const Mailbox& mailbox) {
    if (filed_in(mailbox) == nullptr) return std::optional<ProvenFiling>();
    return proven_filing(holder.office, mailbox, own_sealed(intake, holder, 0));
}

Result<std::optional<ProvenFiling>> proven_filing(const Office& office, const Mailbox& mailbox,
                                                  const Result<OwnSealed>& report) {
    const content::Filed* const filed = filed_in(mailbox);
    if (filed == nullptr) return std::optional<ProvenFiling>();
    if (!report.ok()) return report.error();
    const verify::FilingParts parts{report->note, report->core,      filed->leaf,
                                    filed->proof, filed->checkpoint, filed->tag_key.reveal()};
    TRY(verify::Filing filing, verify::Filing::verify(parts, office.root));
    return std::optional(ProvenFiling{std::move(filing), parts.encode()});
}

}  // namespace parapet::reporter
