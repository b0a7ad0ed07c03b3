#include "intake/client/holder.h"

#include "crypto/base/hash.h"
#include "crypto/sign/sign_note.h"
#include "crypto/verify/bundle.h"

namespace parapet::reporter {

Result<Bytes> ask(service::Client& intake, const Holder& holder, const char* path, verify::Op op,
                  ByteView body) {
    TRY(const Bytes raw, intake.get("/api/challenge"));
    verify::AuthLines lines;
    TRY(lines.challenge, verify::Challenge::from(raw));
    lines.deployment = holder.office.root.deployment();
    lines.subject = verify::Subject::copy(holder.keys.case_id().bytes);
    lines.key = holder.keys.signing().public_key();
    lines.origin = holder.office.root.lines().origins.front();
    lines.op = op;
    lines.body = sha256(body);
    const Bytes note = sign::sign_note(lines.print(), lines.signer().name, holder.keys.signing());
    verify::BundleWriter request;
    request.add(verify::RecordType::note, note).add(verify::RecordType::body, body);
    return intake.post(path, request.finish());
}

}  // namespace parapet::reporter
