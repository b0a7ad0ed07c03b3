#include "crypto/seal/audience.h"

#include "crypto/verify/custodians.h"

namespace parapet::seal {

Result<Audience> Audience::of(const verify::Roster& roster, const std::set<PersonId>& excluded,
                              content::Identity identity) {
    if (identity.given && !verify::keeps_names(roster, excluded))
        return Error{Code::threshold, "fewer custodians are left than open a name"};
    Audience out;
    TRY(const auto readers, roster.recipients(excluded));
    for (const verify::Member* member : readers) out.readers.push_back(member->seal_key);
    out.escrow = roster.lines().escrow;
    for (const verify::Member* member : verify::custodians(roster, excluded))
        out.custodians.push_back({member->index, member->seal_key});
    out.identity = std::move(identity);
    return out;
}

}  // namespace parapet::seal
