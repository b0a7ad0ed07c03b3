// parapet-desk --config desk.toml                    serves its page on loopback, prints the address to open
// parapet-desk --config desk.toml --headless inbox   one command, one answer
#include <CLI/CLI.hpp>
#include <cstdio>
#include <ctime>
#include <thread>

#include "crypto/keys/secret_line.h"
#include "reviewer/desk/headless.h"
#include "reviewer/desk/routes.h"
#include "service/http/server.h"
#include "service/http/site.h"
#include "service/process/bind_now.h"
#include "service/process/sandbox.h"

namespace parapet::desk {
namespace {

struct Asked {
    std::string config;
    std::string passphrase_file;
    Command command;
};

verify::UnixTime system_time() { return {static_cast<std::uint64_t>(std::time(nullptr))}; }

int explain(Error error) {
    std::fprintf(stderr, "parapet-desk: %s: %s\n", std::string(error.name()).c_str(), error.what.c_str());
    return error.code == Code::configuration ? 2 : 1;
}

Result<Settings> settings_of(const std::string& path) {
    TRY(service::Configuration configuration, service::Configuration::read(path));
    Settings out = read_settings(configuration);
    const std::vector<service::Fault> faults = configuration.finish();
    for (const service::Fault& fault : faults)
        std::fprintf(stderr, "line %u: %s: %s\n", fault.line, fault.key.c_str(), fault.problem.c_str());
    if (!faults.empty()) return Error{Code::configuration, "the configuration has the faults above"};
    if (!is_loopback(out.listen)) return Error{Code::configuration, "a desk listens on loopback only"};
    return out;
}

// Looks every second whether the desk was left alone.
std::jthread watch(Desk& desk) {
    return std::jthread([&desk](const std::stop_token& stop) {
        while (!stop.stop_requested()) {
            desk.lock_if_idle();
            std::this_thread::sleep_for(std::chrono::seconds(1));
        }
    });
}

Status serve(Desk& desk, const Settings& settings, service::StopSignal& signal, Random& random) {
    TRY(const service::Site site, service::Site::read(settings.site));
    App app{desk, PageGuard(random)};
    const service::Table<App> table(app, kRoutes, &site, guard_page);
    TRY(service::Server server,
        service::Server::open(table, {.address = settings.listen, .content_policy = service::kDeskPolicy}));
    app.guard.listen_at(server.address());
    const std::jthread idle = watch(desk);
    TRY_(service::enter_sandbox(service::Network::also_connect));
    std::printf("listening on %s\nopen %s\n", service::write_address(server.address()).c_str(),
                app.guard.page_url().c_str());
    (void)std::fflush(stdout);
    server.run(&signal);
    desk.lock();
    return Done{};
}

Status run(const Asked& asked) {
    TRY_(init_crypto());
    TRY(service::StopSignal signal, service::StopSignal::prepare());
    TRY(const Settings settings, settings_of(asked.config));
    SystemRandom random;
    TRY(const std::unique_ptr<Desk> desk, Desk::open(settings, system_time, random));
    if (asked.command.what.empty()) return serve(*desk, settings, signal, random);
    TRY(const Plaintext passphrase,
        asked.passphrase_file.empty()
            ? keys::ask_secret_line("Passphrase of your key file: ")
            : keys::read_secret_line(asked.passphrase_file, keys::Rights::owner_only));
    TRY_(desk->unlock(passphrase));
    TRY(const std::string answer, run_headless(*desk, asked.command));
    std::printf("%s\n", answer.c_str());
    return Done{};
}

}  // namespace
}  // namespace parapet::desk

int main(int argc, char** argv) {
    if (!parapet::service::bind_now("parapet-desk", argv)) return 1;
    parapet::desk::Asked asked;
    parapet::desk::Command& command = asked.command;
    CLI::App cli{"One ethics officer's desk: reads and answers cases, on this machine alone."};
    cli.add_option("--config", asked.config, "the desk's configuration")->required();
    cli.add_option("--headless", command.what, "one command without the page")
        ->check(CLI::IsMember({"inbox", "read", "attachment", "reply", "recuse", "names", "ask-name",
                               "approve-name", "refuse-name", "open-name"}));
    cli.add_option("--passphrase-file", asked.passphrase_file, "instead of asking at the terminal");
    cli.add_option("--case", command.case_id, "the case, or newest");
    cli.add_option("--purpose", command.purpose, "intake, assess, decide, review or support");
    cli.add_flag("--no-conflict", command.no_conflict, "I declare that I have no conflict of interest");
    cli.add_option("--env", command.env, "attachment: which");
    cli.add_option("--out", command.out_file, "attachment: the new file");
    cli.add_option("--type", command.type, "reply: acknowledgement, question, status, decision or message");
    cli.add_option("--status", command.status, "reply: the word the reporter sees");
    cli.add_option("--text", command.text, "reply: what to say; ask-name, refuse-name: why");
    cli.add_option("--message", command.message,
                   "ask-name: the number of the message beside which the name would be; 0, the report");
    cli.add_option("--request", command.request, "approve-name, refuse-name, open-name: which, from names");
    cli.add_option("--attach", command.attach, "reply: a file to send with it; again for each");
    cli.add_option("--look-again", command.look_again, "reply: a day, YYYY-MM-DD");
    CLI11_PARSE(cli, argc, argv);
    const parapet::Status status = parapet::desk::run(asked);
    return status.ok() ? 0 : parapet::desk::explain(status.error());
}
