#include "crypto/base/reader.h"
#include "reviewer/server/asked.h"
#include "reviewer/server/release.h"
#include "reviewer/server/routes.h"

namespace parapet::reviewer {

service::Answer object(App& app, const service::Request& request) {
    TRY(const Asked asked, open_asked(app, request, verify::Op::object));
    Reader in(asked.body);
    TRY(const std::uint64_t index, in.take_u64());
    TRY(const auto env, in.take_fixed<EnvelopeId>());
    TRY_(in.finish());
    TRY(const CommittedRead committed, recall_read(app, index, asked.member));
    return release_attachment(app, committed, env);
}

}  // namespace parapet::reviewer
