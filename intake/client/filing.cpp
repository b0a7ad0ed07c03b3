#include "intake/client/filing.h"

#include <algorithm>

namespace parapet::reporter {

Result<std::optional<ProvenFiling>> proven_filing(service::Client& intake, const Holder& holder,
                                                  const Mailbox& mailbox) {
    const auto found = std::ranges::find_if(
        mailbox.replies, [](const CheckedReply& one) { return one.reply.filed.has_value(); });
    if (found == mailbox.replies.end()) return std::optional<ProvenFiling>();
    const content::Filed& filed = *found->reply.filed;
    TRY(const OwnSealed own, own_sealed(intake, holder, 0));
    const verify::FilingParts parts{own.note,    own.core,         filed.leaf,
                                    filed.proof, filed.checkpoint, filed.tag_key.reveal()};
    TRY(verify::Filing filing, verify::Filing::verify(parts, holder.office.root));
    return std::optional(ProvenFiling{std::move(filing), parts.encode()});
}

}  // namespace parapet::reporter
