// What an officer wrote, checked as far as anybody can without a key: the core and its recipients against the
// signed leaf.
#pragma once

#include "crypto/verify/header.h"
#include "crypto/verify/wrapset.h"
#include "reviewer/server/officer_leaf.h"
#include "reviewer/server/team.h"

namespace parapet::reviewer {

struct Writing {
    verify::EnvelopeHeader header;
    EnvelopeId env;
    Hash core_hash;
    verify::Wrapset wraps;
    verify::Digests digests;
    ByteView core;

    [[nodiscard]] vault::Lane lane() const;
    [[nodiscard]] vault::CaseObject row(const LogTag& tag) const;
};

// bad_header, wrong_deployment, bad_length, core_hash; unknown_roster for any roster but the current one;
// too_large for a reply's wraps over what a mailbox slot holds.
[[nodiscard]] Result<Writing> open_writing(const App& app, const OfficerLeaf& leaf, ByteView core,
                                           ByteView wrapset);

// Kind 3: the reporter and the whole team; kind 4: the team; nobody else. not_a_recipient.
[[nodiscard]] Status check_recipients(const Writing& writing, const Team& team);

}  // namespace parapet::reviewer
