#include "crypto/verify/bundle.h"
#include "reviewer/server/release.h"
#include "reviewer/server/routes.h"

namespace parapet::reviewer {

service::Answer read(App& app, const service::Request& request) {
    TRY(const auto records, verify::parse_bundle(request.body));
    verify::RecordCursor in(records);
    TRY(const ByteView note, in.take(verify::RecordType::leaf));
    TRY_(in.finish());
    TRY(const OfficerLeaf leaf, open_leaf(app, note, {verify::AuditEvent::read}));
    TRY(const CommittedRead committed, commit_read(app, leaf));
    return release(app, committed);
}

}  // namespace parapet::reviewer
