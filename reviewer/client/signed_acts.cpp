#include "reviewer/client/signed_acts.h"

#include "crypto/sign/sign_note.h"
#include "crypto/verify/bundle.h"

namespace parapet::officer {

verify::AuditLines leaf_lines(verify::AuditEvent event, const DeploymentId& deployment,
                              const keys::MemberKeys& keys, const verify::Seen& seen, verify::UnixTime now,
                              Random& random) {
    verify::AuditLines out;
    out.deployment = deployment;
    out.event = event;
    out.time = now.minute();
    out.actor = keys.rid();
    out.nonce = random.fixed<Nonce16>();
    out.seen = seen;
    return out;
}

Bytes sign_leaf(const verify::AuditLines& lines, const keys::MemberKeys& keys) {
    INVARIANT(lines.check().ok());
    return sign::sign_note(lines.print(), to_hex(keys.rid()), keys.signing());
}

Bytes sign_question(verify::Op op, ByteView body, const verify::Root& root,
                    const verify::Challenge& challenge, const keys::MemberKeys& keys) {
    verify::AuthLines lines;
    lines.deployment = root.deployment();
    lines.subject = verify::Subject::copy(keys.rid().bytes);
    lines.key = keys.signing().public_key();
    lines.origin = root.lines().origins.front();
    lines.op = op;
    lines.challenge = challenge;
    lines.body = sha256(body);
    const Bytes note = sign::sign_note(lines.print(), lines.signer().name, keys.signing());
    verify::BundleWriter out;
    out.add(verify::RecordType::note, note);
    out.add(verify::RecordType::body, body);
    return out.finish();
}

}  // namespace parapet::officer
