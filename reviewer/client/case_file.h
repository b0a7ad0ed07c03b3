// A case that was read: its messages, opened, and what a reply needs to know of it.
#pragma once

#include <map>
#include <set>

#include "reviewer/client/open_case.h"

namespace parapet::officer {

struct CaseFile {
    CaseEntry entry;
    std::uint64_t leaf = 0;  // the read, or the first of several
    std::uint64_t log_size = 0;
    std::vector<OpenedMessage> messages;          // in leaf order
    std::map<EnvelopeId, std::uint64_t> read_in;  // object to the leaf that names it

    // The report: number 0, kind 1, without fault. The first one counts; nothing else may name the box.
    [[nodiscard]] const OpenedMessage* report() const;
    // The last reply that opened, by number.
    [[nodiscard]] const OpenedMessage* last_reply() const;
    // The word the reporter was told last; "received" before anything.
    [[nodiscard]] std::string_view told() const;
    // Of a message without fault. not_found.
    [[nodiscard]] Result<const content::Attachment*> attachment(const EnvelopeId& env) const;
};

// Who a reply is sealed to besides the reporter: those of the report's recipients who may read by the current
// roster, less persons whose recusal is on the log. A server's word alone takes nobody out.
struct Colleagues {
    std::vector<SealKey> keys;
    std::set<PersonId> recused;
};
// not_found before the report was read; not_a_recipient when I am not among them.
[[nodiscard]] Result<Colleagues> colleagues(const CaseFile& file, const Office& office,
                                            const RecipientId& me);

}  // namespace parapet::officer
