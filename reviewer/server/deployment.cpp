#include "crypto/verify/bundle.h"
#include "reviewer/server/routes.h"

namespace parapet::reviewer {

service::Answer deployment(App& app, const service::Request&) {
    verify::BundleWriter out;
    out.add(verify::RecordType::note, app.root().note());
    for (const verify::Roster& roster : app.deployment.rosters())
        out.add(verify::RecordType::note, roster.note());
    return service::Answer::octets(out.finish());
}

service::Answer challenge(App& app, const service::Request&) {
    const verify::Challenge fresh = app.challenges.issue(app.random, app.clock());
    return service::Answer::octets({fresh.bytes.begin(), fresh.bytes.end()});
}

}  // namespace parapet::reviewer
