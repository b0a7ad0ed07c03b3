#include "intake/server/serve.h"

#include "intake/server/routes.h"
#include "intake/server/settings.h"
#include "intake/server/sweep_thread.h"
#include "service/http/site.h"

namespace parapet::intake {
namespace {

using service::Event;
using service::Figure;
using service::opened;

Result<std::unique_ptr<App>> open_app(const Settings& settings, Random& random, Clock clock) {
    TRY(auto deployment,
        opened("the notes in the folder `deployment`", vault::DeploymentFolder::read(settings.deployment)));
    TRY(auto drop, opened("`drop_store`, opened with `drop_key`",
                          vault::open_drop_for_intake(settings.drop_store, settings.drop_key)));
    TRY(auto pieces, opened("the folder `pieces`", vault::PieceFolder::open(settings.pieces)));
    TRY_(opened("the folder `pieces`, in which files are made", pieces.check_writable()));
    TRY(auto reply_pieces,
        opened("the folder `reply_pieces`", vault::PieceFolder::open(settings.reply_pieces)));
    TRY(auto mail, opened("`mail_store`, opened with `mail_key`",
                          vault::open_mail_for_intake(settings.mail_store, settings.mail_key)));
    return std::make_unique<App>(Parts{std::move(deployment), settings.deployment, std::move(drop),
                                       std::move(pieces), std::move(reply_pieces), std::move(mail),
                                       settings.reserve_gib * service::kGiB, settings.hourly, random,
                                       std::move(clock)});
}

void tell_what_was_read(service::Log& log, const service::Site& site, const App& app) {
    log.write(Event::site_read, {{Figure::count, static_cast<std::int64_t>(site.count())}});
    const verify::Roster& roster = app.deployment.now()->roster();
    log.write(Event::roster_read, {{Figure::version, static_cast<std::int64_t>(roster.lines().version)}});
    // Reporters who have a code are served; new reports are refused until there is a newer roster.
    if (const Status dates = roster.check_dates(app.today()); !dates.ok())
        log.write(Event::roster_read, dates.error());
}

}  // namespace

Status serve(service::Program& program, Random& random, Clock clock) {
    const Settings settings = read_settings(program.configuration());
    TRY_(program.configured());
    TRY(const service::Site site,
        opened("the files in the folder `site`", service::Site::read(settings.site)));
    TRY(const std::unique_ptr<App> app, open_app(settings, random, std::move(clock)));
    tell_what_was_read(program.log(), site, *app);
    const service::Table<App> table(*app, kRoutes, &site);
    const SweepThread sweep(*app, settings.sweep);
    service::Server::Settings server;
    server.address = settings.listen;
    server.content_policy = service::kPagePolicy;
    server.limits.threads = settings.threads;
    return program.serve(table, server);
}

}  // namespace parapet::intake
