// The office as it answers: a member's sealed reply, as the reviewer service would put it into the mailbox.
#pragma once

#include "crypto/content/content.h"
#include "tests/intake/reporter.h"
#include "vault/mail_rows.h"

namespace parapet::intake::testing {

struct Reply {
    std::string_view author = "clerk";  // of tests/crypto/cast.h
    Hash roster_hash;
    CaseId case_id;
    std::uint32_t seq = 0;
    content::Reply words;
};

// What an honest clerk would write to this reporter.
[[nodiscard]] Reply reply_to(const Reporter& reporter, std::uint32_t seq,
                             const std::optional<EnvelopeId>& prev = std::nullopt);

// Sealed and wrapped to the reporter's box.
[[nodiscard]] vault::Reply sealed(const Reporter& reporter, const Reply& reply);
[[nodiscard]] vault::Reply sealed_to(const keys::ReporterKeys& holder, const Reply& reply);
// The same around any content: what a dishonest author could put there.
[[nodiscard]] vault::Reply sealed_content(const Reporter& reporter, const Reply& reply, ByteView content);
// A file that the office sends with this reply, and how the reply names it.
struct OfficeFile {
    Bytes core;
    content::Attachment entry;
};
[[nodiscard]] OfficeFile file_with(const Reply& reply, const std::string& name, const Bytes& octets);

// Content whose inner signature is for this envelope.
[[nodiscard]] Bytes signed_content(const EnvelopeId& env, const Reply& reply);

}  // namespace parapet::intake::testing
