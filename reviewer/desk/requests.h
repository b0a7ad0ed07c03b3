// The bodies that the page sends (reviewer/desk/API.md). Other keys, other types, more text than a message
// may have: content_schema.
#pragma once

#include "crypto/base/secret.h"
#include "crypto/verify/audit_leaf.h"
#include "reviewer/client/reply.h"

namespace parapet::desk {

struct ReadRequest {
    CaseId case_id;
    verify::Purpose purpose = verify::Purpose::intake;
};
struct AttachmentRequest {
    CaseId case_id;
    EnvelopeId env;
};
struct ReplyRequest {
    CaseId case_id;
    officer::ReplyDraft draft;
    std::vector<officer::FileToSend> files;  // their octets follow the JSON, in this order
};

struct NameAsked {
    CaseId case_id;
    std::uint32_t seq = 0;  // the message beside which the name would be
    verify::Purpose purpose = verify::Purpose::assess;
    std::string reason;
};
struct NameRefused {
    std::uint64_t request = 0;
    std::string reason;
};

[[nodiscard]] Status parse_empty(ByteView json);
[[nodiscard]] Result<Plaintext> parse_unlock(ByteView json);
// forbidden without the declaration that there is no conflict of interest.
[[nodiscard]] Result<ReadRequest> parse_read(ByteView json);
[[nodiscard]] Result<AttachmentRequest> parse_attachment(ByteView json);
[[nodiscard]] Result<ReplyRequest> parse_reply(ByteView json);
// u32 length || JSON as parse_reply takes it; the files' octets are left. too_large over 64 KiB.
[[nodiscard]] Result<ReplyRequest> take_reply_head(service::RunReader& in);
[[nodiscard]] Result<CaseId> parse_case(ByteView json);
// Both with a reason: nobody is asked, and nobody is refused, without one.
[[nodiscard]] Result<NameAsked> parse_ask_name(ByteView json);
[[nodiscard]] Result<NameRefused> parse_refuse_name(ByteView json);
[[nodiscard]] Result<std::uint64_t> parse_name_request(ByteView json);

}  // namespace parapet::desk
