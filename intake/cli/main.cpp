// parapet-report: a reporter's client for the command line.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <ctime>

#include "intake/cli/commands.h"

namespace {

namespace reporter = parapet::reporter;

parapet::verify::Day today() {
    return parapet::verify::UnixTime{static_cast<std::uint64_t>(std::time(nullptr))}.day();
}

void office_options(CLI::App* command, reporter::OfficeFiles& office, bool asks_intake) {
    CLI::Option* const origin =
        command->add_option("--to", office.origin, "where intake answers: http://host:port");
    CLI::Option* const root =
        command->add_option("--root", office.root, "the root note, instead of asking intake");
    command->add_option("--roster", office.roster, "the roster note that goes with it")->needs(root);
    command->add_option("--fingerprint", office.fingerprint,
                        "the forty digits of the office's poster, in quotes");
    if (asks_intake)
        origin->required();
    else
        root->excludes(origin);
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Reports to the ethics office from the command line. Everything is sealed on this machine."};
    app.require_subcommand(1);
    const auto now = today();
    reporter::SealRequest seal;
    reporter::WriteRequest write;
    reporter::CaseRequest status;
    reporter::Path bundle;
    std::string origin;
    seal.office.today = status.office.today = write.of.office.today = now;

    CLI::App* const seal_command = app.add_subcommand("seal", "Seal a report into a file and show its code");
    office_options(seal_command, seal.office, false);
    seal_command->add_option("text", seal.text, "a text file, or - for standard input")->required();
    seal_command->add_option("out", seal.out, "the sealed file to make")->required();
    seal_command->add_option("--attach", seal.files, "a file to send with it; repeat");
    seal_command->add_option("--exclude", seal.exclude, "the label of a reader who is involved; repeat");

    CLI::App* const send_command = app.add_subcommand("send", "Send a sealed file; again, to resume");
    send_command->add_option("bundle", bundle, "the sealed file")->required();
    send_command->add_option("--to", origin, "where intake answers: http://host:port")->required();

    CLI::App* const status_command =
        app.add_subcommand("status", "Show where a case stands and what the office wrote");
    office_options(status_command, status.office, true);
    status_command->add_option("--receipt-file", status.receipt_file,
                               "a file with the code, instead of typing it");

    CLI::App* const write_command = app.add_subcommand("write", "Seal a further message into a file");
    office_options(write_command, write.of.office, true);
    write_command->add_option("text", write.text, "a text file, or - for standard input")->required();
    write_command->add_option("out", write.out, "the sealed file to make")->required();
    write_command->add_option("--attach", write.files, "a file to send with it; repeat");
    write_command->add_option("--receipt-file", write.of.receipt_file,
                              "a file with the code, instead of typing it");
    CLI11_PARSE(app, argc, argv);

    parapet::SystemRandom random;
    parapet::Status done = parapet::init_crypto();
    if (done.ok() && seal_command->parsed()) done = reporter::seal_report(seal, random);
    if (done.ok() && send_command->parsed()) done = reporter::send(bundle, origin);
    if (done.ok() && status_command->parsed()) done = reporter::show_status(status);
    if (done.ok() && write_command->parsed()) done = reporter::seal_message(write, random);
    if (done.ok()) return 0;
    std::fprintf(stderr, "parapet-report: %s (%s)\n", done.error().what.c_str(),
                 std::string(done.error().name()).c_str());
    return 1;
}
