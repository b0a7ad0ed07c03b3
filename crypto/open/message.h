// A message of kinds 1 to 5, opened and its author known (crypto/SPEC.md section 4).
#pragma once

#include <optional>
#include <span>

#include "crypto/open/envelope.h"
#include "crypto/open/wrap.h"
#include "crypto/verify/roster.h"

namespace parapet::open {

// Who may have written kinds 3 and 4. Kinds 1, 2 and 5 are by whoever's key hashes to the case.
struct Office {
    std::span<const verify::Roster> rosters;  // those that headers may name; the current one last
};

struct OpenedMessage {
    verify::EnvelopeHeader header;
    EnvelopeId env;
    Plaintext json;
    SignKey author;
    std::optional<verify::Member> member;  // of kinds 3 and 4: the line of the roster the header names
};

// After open_core: malformed (form of C), wrong_author, inner_signature.
[[nodiscard]] Result<OpenedMessage> open_reporter_message(ByteView core, const keys::Dek& dek);
// Also unknown_roster when the header names none of these.
[[nodiscard]] Result<OpenedMessage> open_office_message(ByteView core, const keys::Dek& dek, Office office);

}  // namespace parapet::open
