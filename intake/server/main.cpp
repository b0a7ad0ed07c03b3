// parapet-intake --config intake.toml
#include <ctime>

#include "intake/server/routes.h"
#include "intake/server/settings.h"
#include "intake/server/sweep_thread.h"
#include "service/http/site.h"
#include "service/process/program.h"

namespace parapet::intake {
namespace {

constexpr std::uint64_t kGiB = std::uint64_t{1} << 30;

verify::UnixTime system_time() { return {static_cast<std::uint64_t>(std::time(nullptr))}; }

Result<std::unique_ptr<App>> open_app(const Settings& settings, Random& random) {
    TRY(auto deployment, vault::DeploymentFolder::read(settings.deployment));
    TRY(auto drop, vault::open_drop_for_intake(settings.drop_store, settings.drop_key));
    TRY(auto pieces, vault::PieceFolder::open(settings.pieces));
    TRY(auto mail, vault::open_mail_for_intake(settings.mail_store, settings.mail_key));
    return std::make_unique<App>(Parts{std::move(deployment), std::move(drop), std::move(pieces),
                                       std::move(mail), settings.reserve_gib * kGiB, random, system_time});
}

Status serve(service::Program& program) {
    const Settings settings = read_settings(program.configuration());
    TRY_(program.configured());
    SystemRandom random;
    TRY(const service::Site site, service::Site::read(settings.site));
    TRY(const std::unique_ptr<App> app, open_app(settings, random));
    program.log().write(service::Event::site_read,
                        {{service::Figure::count, static_cast<std::int64_t>(site.count())}});
    program.log().write(
        service::Event::roster_read,
        {{service::Figure::version, static_cast<std::int64_t>(app->roster().lines().version)}});
    const SweepThread sweep(*app, settings.sweep);
    const service::Table<App> table(*app, kRoutes, &site);
    return program.serve(table, {.address = settings.listen, .content_policy = service::kPagePolicy});
}

}  // namespace
}  // namespace parapet::intake

int main(int argc, char** argv) {
    return parapet::service::run_program("parapet-intake", argc, argv, parapet::intake::serve);
}
