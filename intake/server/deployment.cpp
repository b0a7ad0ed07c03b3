#include "crypto/verify/bundle.h"
#include "intake/server/routes.h"

namespace parapet::intake {

service::Answer deployment(App& app, const service::Request&) {
    const auto now = app.deployment.now();
    verify::BundleWriter out;
    out.add(verify::RecordType::note, now->root().note());
    out.add(verify::RecordType::note, now->roster().note());
    return service::Answer::octets(out.finish());
}

service::Answer rosters(App& app, const service::Request&) {
    const auto now = app.deployment.now();
    verify::BundleWriter out;
    for (const verify::Roster& roster : now->rosters()) out.add(verify::RecordType::note, roster.note());
    return service::Answer::octets(out.finish());
}

service::Answer challenge(App& app, const service::Request&) {
    const verify::Challenge fresh = app.challenges.issue(app.random, app.clock());
    return service::Answer::octets({fresh.bytes.begin(), fresh.bytes.end()});
}

}  // namespace parapet::intake
