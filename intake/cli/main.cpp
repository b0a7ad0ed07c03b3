// parapet-report: a reporter's client for the command line.
#include <malloc.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <ctime>

#include "intake/cli/commands.h"
#include "intake/cli/sentences.h"

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
    CLI::Option* const roster =
        command->add_option("--roster", office.roster, "the roster note that goes with it")->needs(root);
    root->needs(roster);
    command->add_option("--fingerprint", office.fingerprint,
                        "the forty digits of the office's poster, in quotes");
    if (asks_intake)
        origin->required();
    else
        root->excludes(origin);
}

void words_options(CLI::App* command, reporter::Words& words) {
    command->add_option("text", words.text, "a text file, or - for standard input")->required();
    command->add_option("--attach", words.files,
                        "a file to send with it; repeat. From JPEG, PNG and WebP pictures what is hidden in "
                        "them (place, time, device, names) is removed first, and what it was is said");
    CLI::Option* const name = command->add_option(
        "--name", words.name,
        "a text file: on its first line your name, below it how to reach you. Sealed apart from the text; "
        "readers do not see it, the keepers of names open it only together");
    command->add_flag("--investigators", words.investigators, "investigators may know the name, too")
        ->needs(name);
    CLI::Option* const keep =
        command->add_flag("--keep-metadata", words.keep_metadata, "send pictures as they are, untouched");
    command
        ->add_flag("--with-originals", words.with_originals,
                   "send beside each picture its untouched original, too, as NAME.original")
        ->excludes(keep);
}

void seal_options(CLI::App* command, reporter::SealRequest& request) {
    words_options(command, request.words);
    command->add_flag("--answers", request.words.answers,
                      "the text file holds answers to a questionnaire instead, as JSON: "
                      "{\"form\": \"protection\", \"answers\": {...}}, by the ids of intake/forms");
    command->add_option("--exclude", request.exclude, "the label of a reader who is involved; repeat");
    command->add_option("--receipt-out", request.receipt_out,
                        "a new file for the code, instead of the terminal");
}

void case_options(CLI::App* command, reporter::CaseRequest& request) {
    office_options(command, request.office, true);
    command->add_option("--receipt-file", request.receipt_file, "a file with the code, instead of typing it");
}

}  // namespace

int main(int argc, char** argv) {
    // What the person wrote lies in ordinary memory while it is sealed: freed memory is overwritten.
    (void)::mallopt(M_PERTURB, 0x5a);
    CLI::App app{"Reports to the ethics office from the command line. Everything is sealed on this machine."};
    app.require_subcommand(1);
    app.footer("Exit codes: 0 done, 1 refused, 2 the command line, 3 nothing lost: run it again later.");
    reporter::SealRequest seal;
    reporter::SealRequest report;
    reporter::WriteRequest write;
    reporter::CaseRequest status;
    reporter::CaseRequest remove;
    reporter::Path bundle;
    std::string origin;
    seal.office.today = report.office.today = status.office.today = remove.office.today =
        write.of.office.today = today();

    CLI::App* const seal_command = app.add_subcommand("seal", "Seal a report into a file and show its code");
    office_options(seal_command, seal.office, false);
    seal_options(seal_command, seal);
    seal_command->add_option("out", seal.out, "the sealed file to make")->required();

    CLI::App* const send_command = app.add_subcommand("send", "Send a sealed file; again, to resume");
    send_command->add_option("bundle", bundle, "the sealed file")->required();
    send_command->add_option("--to", origin, "where intake answers: http://host:port")->required();

    CLI::App* const report_command = app.add_subcommand("report", "Seal a report, show its code, send it");
    office_options(report_command, report.office, true);
    seal_options(report_command, report);
    report_command->add_option("--out", report.out, "the sealed file, kept until it is accepted")
        ->default_val("report.ppb");

    CLI::App* const status_command =
        app.add_subcommand("status", "Show where a case stands and what the office wrote");
    case_options(status_command, status);
    status_command->add_flag("--own", status.own, "show what you sent, too");

    status_command->add_option("--save-files", status.files,
                               "a folder: the files the office sent are verified and saved there");
    status_command->add_option("--save-proof", status.proof,
                               "a new file: proof, for others to check, that your report is at the office");

    CLI::App* const remove_command = app.add_subcommand(
        "remove-access", "Take away what this code opens, for ever; the office keeps its copy");
    case_options(remove_command, remove);

    CLI::App* const write_command = app.add_subcommand("write", "Seal a further message and send it");
    case_options(write_command, write.of);
    words_options(write_command, write.words);
    write_command->add_option("--out", write.out, "the sealed file, kept until it is accepted")
        ->default_val("message.ppb");

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }

    parapet::SystemRandom random;
    parapet::Status done = parapet::init_crypto();
    if (done.ok() && seal_command->parsed()) done = reporter::seal_only(seal, random);
    if (done.ok() && send_command->parsed()) done = reporter::send(bundle, origin);
    if (done.ok() && report_command->parsed()) done = reporter::report(report, random);
    if (done.ok() && status_command->parsed()) done = reporter::show_status(status);
    if (done.ok() && remove_command->parsed()) done = reporter::remove_access(remove);
    if (done.ok() && write_command->parsed()) done = reporter::write(write, random);
    if (done.ok()) return 0;
    std::fprintf(stderr, "parapet-report: %s (%s)\n", reporter::what_happened(done.error()).c_str(),
                 std::string(done.error().name()).c_str());
    return reporter::exit_code(done.error().code);
}
