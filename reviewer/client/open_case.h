// From sealed to readable: the only file of this folder that opens anything.
#pragma once

#include <optional>
#include <variant>

#include "crypto/content/content.h"
#include "crypto/keys/member_keys.h"
#include "reviewer/client/release.h"

namespace parapet::officer {

using Content =
    std::variant<content::Report, content::Message, content::Reply, content::OfficeNote, content::Identity>;

struct OpenedMessage {
    LoggedObject logged;
    Hash roster_hash;  // the roster its recipients were taken from
    verify::Author author = verify::Author::reporter;
    std::string label;               // the public label of the member who wrote it; empty of a reporter
    verify::Digests digests;         // whom it was sealed to
    std::optional<Content> content;  // nothing when there is a fault
    std::optional<Code> fault;       // by name; a message with a fault shows nothing of itself
};

// One object. The proof of the reader's own leaf is asked for by type. Faults: not_a_recipient, decrypt,
// commitment, padding, wrong_author, inner_signature, content_schema, unknown_roster; for a report also
// not_a_recipient when its box is not among those it was sealed to.
[[nodiscard]] OpenedMessage open_object(const ProvenLeaf& proof, const SealedObject& sealed,
                                        const keys::MemberKeys& keys, const Office& office);

}  // namespace parapet::officer
