// Answering a reporter: sealed to the box inside the report that this desk opened, and to the colleagues.
#pragma once

#include "crypto/base/secret.h"
#include "reviewer/client/case_file.h"
#include "reviewer/client/outgoing_file.h"

namespace parapet::officer {

struct ReplyDraft {
    content::ReplyType type = content::ReplyType::message;
    content::PublicStatus status = content::PublicStatus::received;
    std::string text;
    verify::Day look_again;
    std::optional<verify::Day> due;
};

struct SealedWriting {
    EnvelopeId env;
    Hash core_hash;
    Bytes core;
    Bytes wrapset;
};

struct SealedReply {
    SealedWriting writing;
    content::Reply said;
};

// Of a file that the next reply will carry; `part` from 2.
[[nodiscard]] seal::HeaderFields fields_of_file(const CaseFile& file, const Office& office,
                                                std::uint32_t part);

// An acknowledgement also carries what shows that the report is on the log. out_of_order when the status may
// not follow the last one (reviewer/cases); too_large when text, files and proof do not fit into one reply;
// what colleagues() says.
[[nodiscard]] Result<SealedReply> seal_reply(const CaseFile& file, const ReplyDraft& draft,
                                             std::vector<content::Attachment> files, verify::Day today,
                                             const Office& office, const keys::MemberKeys& keys,
                                             Random& random);
// For the team alone.
[[nodiscard]] Result<SealedWriting> seal_note(const CaseFile& file, const std::string& text,
                                              const Office& office, const keys::MemberKeys& keys,
                                              Random& random);

}  // namespace parapet::officer
