// What an officer signs: leaves, which become part of the log, and auth notes, which do not.
#pragma once

#include "crypto/keys/member_keys.h"
#include "crypto/verify/audit_leaf.h"
#include "crypto/verify/auth.h"

namespace parapet::officer {

// The lines that every leaf of this officer has; the caller adds what the event needs.
[[nodiscard]] verify::AuditLines leaf_lines(verify::AuditEvent event, const DeploymentId& deployment,
                                            const keys::MemberKeys& keys, const verify::Seen& seen,
                                            verify::UnixTime now, Random& random);
// CHECKs that the lines fit the event: a leaf the server would have to refuse is our own bug.
[[nodiscard]] Bytes sign_leaf(const verify::AuditLines& lines, const keys::MemberKeys& keys);

// The request: record 1 the auth note, record 10 the body.
[[nodiscard]] Bytes sign_question(verify::Op op, ByteView body, const verify::Root& root,
                                  const verify::Challenge& challenge, const keys::MemberKeys& keys);

}  // namespace parapet::officer
