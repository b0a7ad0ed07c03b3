// The mailbox as the holder of a code sees it: every reply checked before a word of it is given out
// (crypto/SPEC.md section 8).
#pragma once

#include "crypto/content/content.h"
#include "crypto/keys/reporter_keys.h"
#include "intake/client/office.h"
#include "service/http/client.h"

namespace parapet::reporter {

struct CheckedReply {
    EnvelopeId env;
    std::uint32_t seq = 0;
    std::string author;  // public role label
    content::Reply reply;
};

struct Mailbox {
    bool held = false;  // false: nothing arrived under this code
    std::uint32_t next_seq = 0;
    std::vector<CheckedReply> replies;
    std::vector<std::uint32_t> gaps;  // places where a number or the chain of replies does not fit
    std::vector<Error> refused;       // replies that did not verify: not shown
};

struct Holder {
    const Office& office;
    const keys::ReporterKeys& keys;
};

[[nodiscard]] Result<Mailbox> look(service::Client& intake, const Holder& holder);

// Persons whom the case's report left out, and those a valid reply named as recused since. The report is
// fetched and opened for it.
[[nodiscard]] Result<std::set<PersonId>> left_out(service::Client& intake, const Holder& holder,
                                                  const Mailbox& mailbox);

}  // namespace parapet::reporter
