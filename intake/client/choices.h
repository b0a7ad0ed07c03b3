// What the holder of a code may decide about a case, and who is told (intake/forms/README.md, "after").
#pragma once

#include "intake/client/own.h"
#include "intake/client/questionnaire.h"

namespace parapet::reporter {

// A long silence (standing.h), or a decision: worked out here, with every desk switched off.
[[nodiscard]] bool is_offered(const Section& section, const Mailbox& mailbox,
                              const std::vector<SentBefore>& own, verify::Day today);

// Those who would read a further message when these persons must not; of them, who can look at a case a
// second time. Both may be empty.
[[nodiscard]] std::vector<const verify::Member*> message_readers(const Office& office,
                                                                 const std::set<PersonId>& left_out);
[[nodiscard]] std::vector<const verify::Member*> alternates(const Office& office,
                                                            const std::set<PersonId>& left_out);

// Of each question the newest answer.
[[nodiscard]] content::Answers newest_answers(const std::vector<SentBefore>& sent);

}  // namespace parapet::reporter
