// parapet-keys: root and roster ceremonies, offline (crypto/cli/README.md).
#include <CLI/CLI.hpp>
#include <cstdio>
#include <ctime>
#include <functional>

#include "crypto/cli/commands.h"

namespace {

using parapet::Status;
namespace cli = parapet::cli;

parapet::verify::Day today() {
    return parapet::verify::UnixTime{static_cast<std::uint64_t>(std::time(nullptr))}.day();
}

// What a command line asked for; run after all of it was parsed.
struct Asked {
    std::function<Status()> act;
};

CLI::App* command(CLI::App& app, Asked& asked, const char* name, const char* what,
                  std::function<Status()> act) {
    CLI::App* const out = app.add_subcommand(name, what);
    out->callback([&asked, act = std::move(act)] { asked.act = act; });
    return out;
}

struct Arguments {
    cli::Path folder, note, root, roster;
    cli::OfficerRequest officer;
    cli::RootRequest new_root;
    cli::SignRequest sign;
    cli::EnrolRequest enrol;
    cli::RosterRequest new_roster;
    cli::EvaluationRequest evaluation;
};

void key_commands(CLI::App& app, Asked& asked, Arguments& a, parapet::Random& random) {
    CLI::App* c = command(app, asked, "service",
                          "Make the log's and the service's keys; on the reviewer's server", [&]() -> Status {
                              TRY_(cli::make_service_keys(a.folder, random));
                              return parapet::Done{};
                          });
    c->add_option("folder", a.folder, "where log.seed and service.seed go")->required();

    c = command(app, asked, "officer", "Make a root officer's key file",
                [&] { return cli::make_officer(a.officer, random); });
    c->add_option("name", a.officer.name, "the officer's name in notes, like root-1")->required();
    c->add_option("key-file", a.officer.key_file, "the new key file")->required();
    c->add_option("--passphrase-file", a.officer.passphrase_file, "instead of one that is made and shown");

    c = command(app, asked, "enrol", "Make a member's key file and enrolment note", [&] {
        a.enrol.today = today();
        return cli::enrol(a.enrol, random);
    });
    c->add_option("label", a.enrol.label, "the public label, like \"Intake clerk\"")->required();
    c->add_option("key-file", a.enrol.key_file, "the new key file")->required();
    c->add_option("enrolment", a.enrol.enrolment, "the new enrolment note")->required();
    c->add_option("--passphrase-file", a.enrol.passphrase_file, "instead of one that is made and shown");
    c->add_option("--person", a.enrol.person, "the person's id, for a second key of the same person");
}

void note_commands(CLI::App& app, Asked& asked, Arguments& a, parapet::Random& random) {
    CLI::App* c = command(app, asked, "root", "Write a root, to be signed",
                          [&] { return cli::make_root(a.new_root, random); });
    c->add_option("out", a.new_root.out, "the new file")->required();
    c->add_option("--threshold", a.new_root.threshold, "how many officers must sign; 1 makes an evaluation");
    c->add_option("--key", a.new_root.keys, "vkey of a root officer; repeat")->required();
    c->add_option("--log", a.new_root.log, "vkey of the log")->required();
    c->add_option("--service", a.new_root.service, "vkey of the service")->required();
    c->add_option("--origin", a.new_root.origins, "where the services answer; repeat")->required();
    c->add_option("--previous", a.new_root.previous, "the root that this one follows");

    c = command(app, asked, "roster", "Write a roster, to be signed", [&] {
        a.new_roster.today = today();
        return cli::make_roster(a.new_roster);
    });
    c->add_option("out", a.new_roster.out, "the new file")->required();
    c->add_option("--root", a.new_roster.root, "the signed root")->required();
    c->add_option("--member", a.new_roster.members, "ENROLMENT-FILE:role,role; repeat");
    c->add_option("--previous", a.new_roster.previous, "the roster that this one follows");
    c->add_option("--retire", a.new_roster.retire,
                  "rid of a member whose key reads on and receives nothing new");
    c->add_option("--revoke", a.new_roster.revoke, "rid of a member whose key may do nothing any more");
    c->add_option("--escrow", a.new_roster.escrow,
                  "how many custodians together open a confided name; without it none can be confided");
    c->add_option("--days", a.new_roster.days, "how long it is valid, at most 120");

    c = command(app, asked, "sign", "Show a root or roster in words and sign it",
                [&] { return cli::add_root_signature(a.sign); });
    c->add_option("note", a.sign.text, "the root or roster")->required();
    c->add_option("key-file", a.sign.key_file, "your key file")->required();
    c->add_option("name", a.sign.name, "your name in the root, like root-1")->required();
    c->add_option("--passphrase-file", a.sign.passphrase_file, "instead of typing it");
}

void looking_commands(CLI::App& app, Asked& asked, Arguments& a, parapet::Random& random) {
    CLI::App* c = command(app, asked, "fingerprint", "Print the forty digits of a root or an enrolment",
                          [&] { return cli::print_fingerprint(a.note); });
    c->add_option("note", a.note)->required();

    c = command(app, asked, "check", "Say whether root and roster are complete and valid today",
                [&] { return cli::check(a.root, a.roster, today()); });
    c->add_option("root", a.root)->required();
    c->add_option("roster", a.roster)->required();

    c = command(app, asked, "import",
                "Put root and roster into a service's deployment folder; older ones are refused",
                [&] { return cli::import_notes(a.root, a.roster, a.folder); });
    c->add_option("root", a.root)->required();
    c->add_option("roster", a.roster)->required();
    c->add_option("folder", a.folder, "the deployment folder")->required();

    c = command(app, asked, "evaluation", "Make a whole evaluation deployment, 1 of 1", [&] {
        a.evaluation.today = today();
        return cli::make_evaluation(a.evaluation, random);
    });
    c->add_option("folder", a.evaluation.folder, "the new folder")->required();
    c->add_option("--origin", a.evaluation.origins, "where the services answer; repeat")->required();
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App app{"Keys, root and roster of a Parapet deployment. Meant for machines without a network."};
    app.require_subcommand(1);
    Asked asked;
    Arguments arguments;
    parapet::SystemRandom random;
    key_commands(app, asked, arguments, random);
    note_commands(app, asked, arguments, random);
    looking_commands(app, asked, arguments, random);
    CLI11_PARSE(app, argc, argv);

    Status done = parapet::init_crypto();
    if (done.ok()) done = asked.act();
    if (done.ok()) return 0;
    std::fprintf(stderr, "parapet-keys: %s (%s)\n", done.error().what.c_str(),
                 std::string(done.error().name()).c_str());
    return 1;
}
