#include "crypto/verify/custodians.h"

#include <algorithm>

namespace parapet::verify {

std::vector<const Member*> custodians(const Roster& roster, const std::set<PersonId>& excluded) {
    std::vector<const Member*> out;
    if (roster.lines().escrow == 0) return out;
    for (const Member& m : roster.members())
        if (m.active() && m.roles.has(Role::custodian) && !excluded.contains(m.person)) out.push_back(&m);
    std::ranges::sort(out, {}, &Member::index);
    std::set<PersonId> met;
    std::erase_if(out, [&](const Member* m) { return !met.insert(m->person).second; });
    return out;
}

bool keeps_names(const Roster& roster, const std::set<PersonId>& excluded) {
    const std::uint64_t k = roster.lines().escrow;
    return k > 0 && custodians(roster, excluded).size() >= k;
}

std::uint8_t share_index(const Roster& sealed_to, const PersonId& person) {
    for (const Member* m : custodians(sealed_to, {}))
        if (m->person == person) return m->index;
    return 0;
}

Status check_identity(const Roster& sealed_to, const std::vector<EnvelopeHeader>& headers,
                      const Digests* shares) {
    const bool there = std::ranges::any_of(
        headers, [](const EnvelopeHeader& header) { return header.kind == Kind::identity; });
    if (there != (sealed_to.lines().escrow > 0))
        return Error{Code::bad_header, "an identity object stands exactly where the roster has escrow"};
    if (!there || shares == nullptr) return Done{};
    const std::vector<const Member*> holders = custodians(sealed_to, {});
    for (const WrapDigest& entry : shares->entries)
        if (std::ranges::find(holders, entry.rid, &Member::rid) == holders.end())
            return Error{Code::not_a_recipient, "a share for somebody who is not a custodian"};
    return Done{};
}

}  // namespace parapet::verify
