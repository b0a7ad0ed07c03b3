// What the holder of a code sent before, fetched and opened again.
#pragma once

#include <variant>

#include "crypto/content/content.h"
#include "crypto/seal/submission.h"
#include "crypto/verify/header.h"
#include "crypto/verify/wrapset.h"
#include "intake/client/mailbox.h"

namespace parapet::reporter {

// As intake holds it, checked against the submit note that the case key signed.
struct OwnSealed {
    Bytes note;
    Bytes core;
    verify::EnvelopeHeader header;
    verify::Wrapset wraps;  // the reporter's own entry
    verify::Day day;        // of arrival, as intake says
};
// not_found when it was never sent, or the reporter's access was taken away.
[[nodiscard]] Result<OwnSealed> own_sealed(service::Client& intake, const Holder& holder, std::uint32_t seq);

struct OwnMessage {
    verify::Day day;  // of arrival, as intake says
    std::variant<content::Report, content::Message> said;
};

// Number 0 is the report. As own_sealed, and opened.
[[nodiscard]] Result<OwnMessage> own_message(service::Client& intake, const Holder& holder,
                                             std::uint32_t seq);

struct SentBefore {
    std::uint32_t seq = 0;
    OwnMessage own;
};
// Everything sent under this code so far, the report first. Left out: what the reporter's access to was taken
// away.
[[nodiscard]] Result<std::vector<SentBefore>> all_own(service::Client& intake, const Holder& holder,
                                                      const Mailbox& mailbox);

// The same, with the report at hand, or why it is not.
[[nodiscard]] Result<std::vector<SentBefore>> all_own(service::Client& intake, const Holder& holder,
                                                      const Mailbox& mailbox,
                                                      const Result<OwnSealed>& report);

// The same words, answers and files (by name and size): how a message that was sent already is known again,
// though its octets were sealed anew.
[[nodiscard]] bool says(const OwnMessage& sent, const content::Message& draft,
                        const std::vector<seal::FileToSeal>& files);
[[nodiscard]] bool says(const OwnMessage& sent, const content::Report& draft,
                        const std::vector<seal::FileToSeal>& files);

}  // namespace parapet::reporter
