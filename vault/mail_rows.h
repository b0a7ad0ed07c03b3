// What goes through mail.db from the office to the reporter's mailbox.
#pragma once

#include "vault/drop_rows.h"

namespace parapet::vault {

inline constexpr std::uint32_t kRepliesPerPage = 4;

struct Reply {
    CaseId case_id;
    std::uint32_t seq = 0;
    EnvelopeId env_id;
    Day day;
    Bytes core;
    Bytes own_wrap;  // the reporter's blob, 1168 bytes
    Bytes digests;
    friend bool operator==(const Reply&, const Reply&) = default;
};

// A file of a reply: its core lies in the piece folder of the reviewer service.
struct ReplyFile {
    EnvelopeId env_id;
    UploadId file;
    std::uint64_t core_len = 0;
    friend bool operator==(const ReplyFile&, const ReplyFile&) = default;
};

struct ReplyPage {
    std::uint32_t total = 0;     // replies of the case
    std::vector<Reply> replies;  // at most kRepliesPerPage, in seq order
};

}  // namespace parapet::vault
