// Requests that change nothing: an auth note by an officer, over a body (record 1, record 10).
#pragma once

#include "crypto/verify/bundle.h"
#include "reviewer/server/app.h"
#include "service/http/request.h"

namespace parapet::reviewer {

struct Asked {
    verify::Member member;
    Bytes body;
};

// Bundle form, then as verify::OfficerAuth.
[[nodiscard]] inline Result<Asked> open_asked(App& app, const service::Request& request, verify::Op op) {
    TRY(const auto records, verify::parse_bundle(request.body));
    verify::RecordCursor in(records);
    TRY(const ByteView note, in.take(verify::RecordType::note));
    TRY(const ByteView body, in.take(verify::RecordType::body));
    TRY_(in.finish());
    const verify::AuthContext context{app.root(), app.challenges, app.clock()};
    TRY(const verify::OfficerAuth auth, verify::OfficerAuth::verify(note, op, body, context, app.roster()));
    return Asked{auth.member(), {body.begin(), body.end()}};
}

}  // namespace parapet::reviewer
