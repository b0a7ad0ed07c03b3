// Who is out of a case: whom its report left out, and whom the office named as recused since. Of the latter
// the reporter is told, and asked, before anything is sealed past them (crypto/SPEC.md section 5, kind 2).
// The twin of intake/web/src/screens/recusal.ts, which asks before the report was fetched and so names, too,
// who was left out by it.
#pragma once

#include "intake/client/own.h"

namespace parapet::reporter {

// What the holder of a code was told, and said to it.
struct Recusal {
    std::set<PersonId> told;
    bool keep = false;  // they read on
};

struct OutOfCase {
    std::set<PersonId> left_out;  // by the report
    std::set<PersonId> recused;   // by valid replies
    // Of the recused, who would read what is written next, or keep a name beside it: whom to tell the
    // reporter of. One line a person.
    std::vector<const verify::Member*> to_tell;

    // Whether all of them were told: unless so, ask before anything is sealed.
    [[nodiscard]] bool was_told(const Recusal& recusal) const;
    // Who must not get what is written next.
    [[nodiscard]] std::set<PersonId> excluded(bool keep) const;
};
// The members are the office's, which must outlive the answer.
[[nodiscard]] OutOfCase out_of_case(const Office& office, const content::Report& report,
                                    const Mailbox& mailbox);
// The same, with the report fetched and opened for it.
[[nodiscard]] Result<OutOfCase> out_of_case(service::Client& intake, const Holder& holder,
                                            const Mailbox& mailbox);

}  // namespace parapet::reporter
