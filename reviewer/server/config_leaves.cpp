#include "reviewer/server/config_leaves.h"

#include "crypto/verify/audit_leaf.h"
#include "crypto/verify/ed25519.h"

namespace parapet::reviewer {
namespace {

// The nonce is the hash's own beginning, so that the same configuration is told once and for ever.
Status log_hash(App& app, const Hash& hash) {
    verify::AuditLines lines;
    lines.deployment = app.root().deployment();
    lines.event = verify::AuditEvent::config;
    lines.time = app.clock().minute();
    lines.actor = verify::service_actor(app.service_key.public_key());
    lines.hash = hash;
    lines.nonce = first_of<Nonce16>(hash);
    const Bytes leaf = sign::sign_note(lines.print(), app.root().lines().service.name, app.service_key);
    const Status told = app.cases->write([&](vault::CaseAct& act) -> Status {
        TRY_(act.append_leaf({lines.actor, lines.nonce, leaf}));
        return Done{};
    });
    if (!told.ok() && told.error().code == Code::duplicate) return Done{};
    return told;
}

}  // namespace

Status log_configuration(App& app) {
    TRY_(log_hash(app, app.root().hash()));
    return log_hash(app, app.roster().hash());
}

}  // namespace parapet::reviewer
