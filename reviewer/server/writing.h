// What an officer wrote, checked as far as anybody can without a key: the core and its recipients against the
// signed leaf.
#pragma once

#include "crypto/verify/bundle.h"
#include "crypto/verify/header.h"
#include "crypto/verify/wrapset.h"
#include "reviewer/server/officer_leaf.h"
#include "reviewer/server/team.h"

namespace parapet::reviewer {

// A file of a reply, sent before: its core is whole in the piece folder and has this hash.
struct WrittenFile {
    vault::Upload upload;
    std::uint32_t part = 0;
};

struct Writing {
    verify::EnvelopeHeader header;
    EnvelopeId env;
    Hash core_hash;
    verify::Wrapset wraps;
    verify::Digests digests;
    ByteView core;
    std::vector<WrittenFile> files;  // in part order

    [[nodiscard]] vault::Lane lane() const;
    // The message, then its files; a tag for each, in the same order.
    [[nodiscard]] std::vector<vault::CaseObject> rows(const std::vector<LogTag>& tags) const;
};

// As the request brings it: core, wrapset, and an upload (record 4) for each file.
struct WritingParts {
    ByteView core;
    ByteView wrapset;
    std::vector<verify::UploadRef> files;
};

// bad_header, wrong_deployment, bad_length, core_hash; unknown_roster for any roster but the current one;
// too_large for a reply's wraps over what a mailbox slot holds. Of a file also not_found, incomplete, and
// bad_header when it is none of this reply's.
[[nodiscard]] Result<Writing> open_writing(const App& app, const OfficerLeaf& leaf,
                                           const WritingParts& parts);

// Kind 3: the reporter and the whole team; kind 4: the team; nobody else. not_a_recipient.
[[nodiscard]] Status check_recipients(const Writing& writing, const Team& team);

}  // namespace parapet::reviewer
