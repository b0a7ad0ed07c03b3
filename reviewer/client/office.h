// Whom this desk believes: a root note pinned by its fingerprint, and the rosters that root signed.
#pragma once

#include "crypto/verify/roster.h"

namespace parapet::officer {

class Office {
public:
    // What a service gives out as its deployment: the root, then rosters. wrong_fingerprint, and what
    // verify/ says of each note.
    [[nodiscard]] static Result<Office> pin(const verify::Fingerprint& expected, ByteView bundle);
    // A later bundle of the same deployment: the same root, and no roster forgotten. rolled_back when its
    // newest roster is older than the newest known here; wrong_fingerprint for another root.
    [[nodiscard]] Status renew(ByteView bundle);

    [[nodiscard]] const verify::Root& root() const { return root_; }
    // The newest. Its dates are not asked here: an expired roster stops new reports, never reading.
    [[nodiscard]] const verify::Roster& roster() const { return rosters_.back(); }
    [[nodiscard]] const std::vector<verify::Roster>& rosters() const { return rosters_; }  // by version
    [[nodiscard]] Bytes encode() const;  // as pin() takes it

private:
    Office(verify::Root root, std::vector<verify::Roster> rosters)
        : root_(std::move(root)), rosters_(std::move(rosters)) {}
    verify::Root root_;
    std::vector<verify::Roster> rosters_;
};

}  // namespace parapet::officer
