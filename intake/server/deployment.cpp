#include "crypto/verify/bundle.h"
#include "intake/server/routes.h"

namespace parapet::intake {

service::Answer deployment(App& app, const service::Request&) {
    verify::BundleWriter out;
    out.add(verify::RecordType::note, app.root().note());
    out.add(verify::RecordType::note, app.roster().note());
    return service::Answer::octets(out.finish());
}

service::Answer challenge(App& app, const service::Request&) {
    const verify::Challenge fresh = app.challenges.issue(app.random, app.clock());
    return service::Answer::octets({fresh.bytes.begin(), fresh.bytes.end()});
}

}  // namespace parapet::intake
