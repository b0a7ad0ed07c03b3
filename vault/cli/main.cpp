// parapet-vault: makes, migrates and looks at a deployment's stores. Run it as the user who owns them.
#include <CLI/CLI.hpp>
#include <cstdio>

#include "crypto/base/secret.h"
#include "vault/cli/commands.h"

int main(int argc, char** argv) {
    namespace cli = parapet::vault::cli;
    CLI::App app{"Makes, migrates and looks at the stores of a Parapet deployment."};
    app.require_subcommand(1);
    std::string folder;
    std::string file;
    bool check = false;
    const auto command = [&](const char* name, const char* what) {
        CLI::App* const out = app.add_subcommand(name, what);
        out->add_option("folder", folder, "the deployment's folder")->required();
        return out;
    };
    const CLI::App* const init = command("init", "Make the four stores and their keys; overwrites nothing");
    const CLI::App* const migrate =
        command("migrate", "Bring older stores up to date; stop the services first");
    CLI::App* const status = command("status", "Say what each store is");
    status->add_flag("--check", check, "also read and authenticate every page");
    CLI::App* const export_log = command("export-log", "Write the audit log as a file, up to its checkpoint");
    export_log->add_option("file", file, "the new file")->required();
    CLI11_PARSE(app, argc, argv);

    if (const auto ready = parapet::init_crypto(); !ready.ok()) {
        std::fprintf(stderr, "parapet-vault: %s\n", ready.error().what.c_str());
        return 1;
    }
    if (init->parsed()) return cli::init(folder);
    if (migrate->parsed()) return cli::migrate(folder);
    if (status->parsed()) return cli::status(folder, check);
    return export_log->parsed() ? cli::export_log(folder, file) : 2;
}
