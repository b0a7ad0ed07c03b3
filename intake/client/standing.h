// Where a case stands in time, worked out from what the office sealed and from the day on which the report
// arrived, so that it shows with every desk switched off. The twin of intake/web/src/case_room.ts.
#pragma once

#include "intake/client/own.h"

namespace parapet::reporter {

// Since when the case stands where it does: the first of the replies that say so without another between
// them; before any, the day of arrival.
[[nodiscard]] std::optional<verify::Day> standing_since(const Mailbox& mailbox,
                                                        const std::vector<SentBefore>& own);

struct Promise {
    verify::Day by;                // in the last reply; before any, a week from sending
    verify::Day second_look_from;  // somebody else may look then: 45 days without an answer, or beyond `by`
    bool closed = false;           // nobody promised to write again
    [[nodiscard]] bool is_late(verify::Day today) const { return !closed && by < today; }
};
// Nothing while neither a reply nor the report is known.
[[nodiscard]] std::optional<Promise> promise_of(const Mailbox& mailbox, const std::vector<SentBefore>& own);

// The place of the newest decision among the replies. What the office writes after it, the status being the
// same, is not the decision.
[[nodiscard]] std::optional<std::size_t> newest_decision(const Mailbox& mailbox);

// Until when a review of the decision can be asked for.
struct Review {
    std::optional<verify::Day> read;  // on which the holder of the code said to have read it
    // 30 days from then; else the day the office gave; else 30 days from when the decision was written.
    verify::Day last;
};
// Nothing while there is no decision.
[[nodiscard]] std::optional<Review> review_of(const Mailbox& mailbox, const std::vector<SentBefore>& own);

// A withdrawal that stands.
struct Withdrawal {
    verify::Day day;
    verify::Day last;  // on which it can be taken back
};
[[nodiscard]] std::optional<Withdrawal> withdrawal_in(const std::vector<SentBefore>& own);

// What a person should hear at this moment besides, by the names of its sentences: who helps, now that it is
// known; what the answer to a question about a request for protection sets in motion.
[[nodiscard]] std::vector<const char*> said_beside(const Mailbox& mailbox,
                                                   const std::vector<SentBefore>& own);

// A reply that the holder of the code read once, and that is not among them any more.
[[nodiscard]] bool has_vanished(const Mailbox& mailbox, const std::vector<SentBefore>& own);

}  // namespace parapet::reporter
