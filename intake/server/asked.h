// Requests of a code's holder that read or take away: an auth note by the case key, over a body (record 1,
// record 10).
#pragma once

#include "crypto/verify/bundle.h"
#include "intake/server/app.h"
#include "service/http/request.h"

namespace parapet::intake {

struct Asked {
    CaseId case_id;
    Bytes body;
};

// Bundle form, then as verify::ReporterAuth. Nothing was looked up when this answers.
[[nodiscard]] inline Result<Asked> open_asked(App& app, const service::Request& request, verify::Op op) {
    TRY(const auto records, verify::parse_bundle(request.body));
    verify::RecordCursor in(records);
    TRY(const ByteView note, in.take(verify::RecordType::note));
    TRY(const ByteView body, in.take(verify::RecordType::body));
    TRY_(in.finish());
    const auto deployment = app.deployment.now();
    const verify::AuthContext context{deployment->root(), app.challenges, app.clock()};
    TRY(const verify::ReporterAuth auth, verify::ReporterAuth::verify(note, op, body, context));
    return Asked{auth.case_id(), {body.begin(), body.end()}};
}

}  // namespace parapet::intake
