#include "intake/client/recusal.h"

#include <algorithm>

#include "crypto/verify/custodians.h"
#include "intake/client/choices.h"

namespace parapet::reporter {
namespace {

std::vector<const verify::Member*> still_there(const Office& office, const OutOfCase& out) {
    std::vector<const verify::Member*> all = message_readers(office, out.left_out);
    std::ranges::copy(verify::custodians(office.roster, out.left_out), std::back_inserter(all));
    std::set<PersonId> met;
    std::erase_if(all, [&](const verify::Member* member) {
        return !out.recused.contains(member->person) || !met.insert(member->person).second;
    });
    return all;
}

}  // namespace

bool OutOfCase::was_told(const Recusal& recusal) const {
    return std::ranges::all_of(
        to_tell, [&](const verify::Member* member) { return recusal.told.contains(member->person); });
}

std::set<PersonId> OutOfCase::excluded(bool keep) const {
    std::set<PersonId> out = left_out;
    if (!keep) out.insert(recused.begin(), recused.end());
    return out;
}

OutOfCase out_of_case(const Office& office, const content::Report& report, const Mailbox& mailbox) {
    OutOfCase out{report.exclude, {}, {}};
    for (const CheckedReply& reply : mailbox.replies)
        out.recused.insert(reply.reply.recused.begin(), reply.reply.recused.end());
    out.to_tell = still_there(office, out);
    return out;
}

Result<OutOfCase> out_of_case(service::Client& intake, const Holder& holder, const Mailbox& mailbox) {
    TRY(const OwnMessage first, own_message(intake, holder, 0));
    const auto* const report = std::get_if<content::Report>(&first.said);
    if (report == nullptr) return Error{Code::bad_header, "the first message of a case is its report"};
    return out_of_case(holder.office, *report, mailbox);
}

}  // namespace parapet::reporter
