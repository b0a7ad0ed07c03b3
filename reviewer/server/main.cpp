// parapet-reviewer --config reviewer.toml
#include <ctime>

#include "crypto/sign/seed_file.h"
#include "reviewer/server/config_leaves.h"
#include "reviewer/server/routes.h"
#include "reviewer/server/settings.h"
#include "reviewer/server/takeover_thread.h"
#include "service/process/bind_now.h"
#include "service/process/program.h"

namespace parapet::reviewer {
namespace {

using service::opened;

verify::UnixTime system_time() { return {static_cast<std::uint64_t>(std::time(nullptr))}; }

Result<sign::SigningKey> read_signing_key(const std::string& path) {
    TRY(const sign::SignSeed seed, sign::read_seed_file(path));
    return sign::SigningKey::from_seed(seed);
}

Result<std::unique_ptr<App>> open_app(const Settings& settings, Random& random) {
    TRY(auto deployment,
        opened("the notes in the folder `deployment`", vault::DeploymentFolder::read(settings.deployment)));
    TRY(auto log_key, opened("the key file `log_seed`", read_signing_key(settings.log_seed)));
    TRY(auto service_key, opened("the key file `service_seed`", read_signing_key(settings.service_seed)));
    TRY(auto drop, opened("`drop_store`, opened with `drop_key`",
                          vault::open_drop_for_reviewer(settings.drop_store, settings.drop_key)));
    TRY(auto pieces, opened("the folder `pieces`", vault::PieceFolder::open(settings.pieces)));
    TRY(auto reply_pieces,
        opened("the folder `reply_pieces`", vault::PieceFolder::open(settings.reply_pieces)));
    TRY_(opened("the folder `reply_pieces`, where files are made", reply_pieces.check_writable()));
    TRY(auto mail, opened("`mail_store`, opened with `mail_key`",
                          vault::open_mail_for_reviewer(settings.mail_store, settings.mail_key)));
    TRY(auto cases, opened("`case_store`, opened with `case_key`",
                           vault::open_cases_for_reviewer(settings.case_store, settings.case_key)));
    TRY(auto keys, opened("`keys_store`, opened with `keys_key`",
                          vault::open_keys_for_reviewer(settings.keys_store, settings.keys_key)));
    return App::open({std::move(deployment), std::move(drop), std::move(pieces), std::move(reply_pieces),
                      settings.reserve_gib * service::kGiB, std::move(mail), std::move(cases),
                      std::move(keys), std::move(log_key), std::move(service_key), random, system_time});
}

Status serve(service::Program& program) {
    const Settings settings = read_settings(program.configuration());
    TRY_(program.configured());
    SystemRandom random;
    TRY(const std::unique_ptr<App> app, open_app(settings, random));
    TRY_(log_configuration(*app));
    program.log().write(
        service::Event::roster_read,
        {{service::Figure::version, static_cast<std::int64_t>(app->roster().lines().version)}});
    const TakeoverThread takeover(*app, settings.takeover);
    const service::Table<App> table(*app, kRoutes);
    return program.serve(table, {.address = settings.listen});
}

}  // namespace
}  // namespace parapet::reviewer

int main(int argc, char** argv) {
    if (!parapet::service::bind_now("parapet-reviewer", argv)) return 1;
    return parapet::service::run_program("parapet-reviewer", argc, argv, parapet::reviewer::serve);
}
