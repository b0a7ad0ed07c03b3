// The mailbox as the holder of a code sees it: every reply checked before a word of it is given out
// (crypto/SPEC.md section 8).
#pragma once

#include "crypto/content/content.h"
#include "intake/client/holder.h"

namespace parapet::reporter {

struct CheckedReply {
    EnvelopeId env;
    std::uint32_t seq = 0;
    std::string author;   // public label
    verify::Roles roles;  // of the author, in the roster of that time
    content::Reply reply;
};

// One that did not verify is not shown: where it lay, and what is wrong with it.
struct RefusedReply {
    std::uint32_t place = 0;
    Error fault;
};

struct Mailbox {
    bool held = false;           // false: nothing arrived under this code, or:
    bool removed = false;        // a case is there, and the holder of the code took the access away
    std::uint32_t next_seq = 0;  // of the reporter's own next message
    std::vector<CheckedReply> replies;
    std::vector<std::uint32_t> gaps;  // places where a number or the chain of replies does not fit
    std::vector<RefusedReply> refused;
};

// All pages. A reply is checked in this order: kind, deployment, case, digests and wrap, commitment and
// chunks, author (a reading member of a roster that the root officers signed, not revoked since), inner
// signature, schema; then its number and `prev` against the reply before.
[[nodiscard]] Result<Mailbox> look(service::Client& intake, const Holder& holder);

}  // namespace parapet::reporter
