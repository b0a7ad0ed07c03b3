#include "intake/client/choices.h"

#include <algorithm>

#include "intake/client/standing.h"

namespace parapet::reporter {
namespace {

bool has_decision(const Mailbox& mailbox) {
    return std::ranges::any_of(mailbox.replies, [](const CheckedReply& one) {
        return one.reply.status == content::PublicStatus::decision;
    });
}

bool is_long_silent(const Mailbox& mailbox, const std::vector<SentBefore>& own, verify::Day today) {
    const std::optional<Promise> promise = promise_of(mailbox, own);
    return promise && promise->second_look_from <= today;
}

}  // namespace

bool is_offered(const Section& section, const Mailbox& mailbox, const std::vector<SentBefore>& own,
                verify::Day today) {
    switch (section.offer) {
        case Offer::always:
            return true;
        case Offer::decision:
            return has_decision(mailbox);
        case Offer::long_silence:
            return is_long_silent(mailbox, own, today);
    }
    return false;
}

std::vector<const verify::Member*> message_readers(const Office& office, const std::set<PersonId>& left_out) {
    auto readers = office.roster.recipients(left_out);
    return readers.ok() ? std::move(readers).value() : std::vector<const verify::Member*>{};
}

std::vector<const verify::Member*> alternates(const Office& office, const std::set<PersonId>& left_out) {
    std::vector<const verify::Member*> out = message_readers(office, left_out);
    std::erase_if(out,
                  [](const verify::Member* member) { return !member->roles.has(verify::Role::alternate); });
    return out;
}

content::Answers newest_answers(const std::vector<SentBefore>& sent) {
    content::Answers out;
    for (const SentBefore& one : sent) {
        const content::Answers& answers = std::visit(
            [](const auto& said) -> const content::Answers& { return said.answers; }, one.own.said);
        for (const auto& [question, answer] : answers) out.insert_or_assign(question, answer);
    }
    return out;
}

}  // namespace parapet::reporter
