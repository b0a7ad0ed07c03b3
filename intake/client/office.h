// The office as a reporter's client knows it: a root whose fingerprint was compared, and a roster it signed.
#pragma once

#include <set>

#include "crypto/seal/audience.h"
#include "crypto/verify/roster.h"

namespace parapet::reporter {

struct Office {
    verify::Root root;
    verify::Roster roster;

    // Those who would read a report that leaves nobody out.
    [[nodiscard]] std::vector<const verify::Member*> readers() const;
    // Keys kept apart that also open a report that leaves nobody out.
    [[nodiscard]] std::vector<const verify::Member*> recovery() const;
    // Those who keep confided names and do not read, one line a person; none where the office keeps none.
    [[nodiscard]] std::vector<const verify::Member*> keepers() const;
    // Whom a message that leaves these persons out is sealed to, and what is confided beside it. As
    // seal::Audience::of.
    [[nodiscard]] Result<seal::Audience> audience(const std::set<PersonId>& excluded,
                                                  content::Identity identity) const;
    // The rosters that a reply may name, `roster` last: from the answer of /api/rosters those before it that
    // verify. Who was a member when a reply was written may sign it, unless revoked since.
    [[nodiscard]] Result<std::vector<verify::Roster>> with_older(ByteView rosters) const;
};

// wrong_fingerprint, and what verify/ says of root and roster. `pinned` empty: whoever asks has no
// fingerprint to compare with and trusts the way the root came.
[[nodiscard]] Result<Office> open_office(ByteView root, ByteView roster, std::string_view pinned);
// From the answer of /api/deployment.
[[nodiscard]] Result<Office> open_office(ByteView bundle, std::string_view pinned);

}  // namespace parapet::reporter
