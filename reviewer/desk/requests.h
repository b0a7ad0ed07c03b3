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
};

[[nodiscard]] Status parse_empty(ByteView json);
[[nodiscard]] Result<Plaintext> parse_unlock(ByteView json);
// forbidden without the declaration that there is no conflict of interest.
[[nodiscard]] Result<ReadRequest> parse_read(ByteView json);
[[nodiscard]] Result<AttachmentRequest> parse_attachment(ByteView json);
[[nodiscard]] Result<ReplyRequest> parse_reply(ByteView json);
[[nodiscard]] Result<CaseId> parse_case(ByteView json);

}  // namespace parapet::desk
