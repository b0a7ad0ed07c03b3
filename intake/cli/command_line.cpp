#include "intake/cli/command_line.h"

#include <algorithm>

#include "intake/cli/commands.h"
#include "intake/cli/sentences.h"
#include "intake/cli/usage.h"

namespace parapet::reporter {
namespace {

class Typed {
public:
    Typed(const Voice& voice, verify::Day today) : voice_(voice), app_(voice.say("report.about")) {
        app_.name("parapet-report");
        app_.set_help_flag("--help,-h", voice.say("report.option.help"));
        app_.add_option("--language", language_, voice.say("report.option.language"));
        app_.require_subcommand(1);
        for (OfficeFiles* office :
             {&seal_.office, &report_.office, &status_.office, &write_.of.office, &remove_.office})
            office->today = today;
        add_report();
        add_status();
        add_write();
        add_seal();
        add_send();
        add_remove();
    }

    // The exit code where there is nothing left to do.
    [[nodiscard]] std::optional<int> read(std::vector<std::string> arguments) {
        if (arguments.empty()) {
            print_usage(app_, voice_, stderr);
            return 2;
        }
        std::ranges::reverse(arguments);
        try {
            app_.parse(std::move(arguments));
        } catch (const CLI::CallForHelp&) {
            print_usage(app_, voice_, stdout);
            return 0;
        } catch (const CLI::ParseError& fault) {
            print_fault(app_, fault, voice_);
            return 2;
        }
        return std::nullopt;
    }

    [[nodiscard]] Status act(Random& random) const {
        const CLI::App* const command = app_.get_subcommands().front();
        if (command == seal_command_) return seal_only(seal_, voice_, random);
        if (command == send_command_) return send(bundle_, origin_, voice_);
        if (command == report_command_) return reporter::report(report_, voice_, random);
        if (command == status_command_) return show_status(status_, voice_);
        if (command == write_command_) return write(write_, voice_, random);
        return remove_access(remove_, voice_);
    }

private:
    // Each command with its sentence, each option with its own.
    CLI::App* add(const std::string& name, const char* says) {
        return app_.add_subcommand(name, voice_.say(says))->fallthrough();
    }

    void office_options(CLI::App* command, OfficeFiles& office, bool asks_intake) {
        CLI::Option* const origin =
            command->add_option("--to", office.origin, voice_.say("report.option.to"));
        CLI::Option* const root =
            command->add_option("--root", office.root, voice_.say("report.option.root"));
        CLI::Option* const roster =
            command->add_option("--roster", office.roster, voice_.say("report.option.roster"))->needs(root);
        root->needs(roster);
        command->add_option("--fingerprint", office.fingerprint, voice_.say("report.option.fingerprint"));
        if (asks_intake)
            origin->required();
        else
            root->excludes(origin);
    }

    void words_options(CLI::App* command, GivenWords& words) {
        command->add_option("text", words.text, voice_.say("report.option.text"))->required();
        command->add_option("--attach", words.files, voice_.say("report.option.attach"));
        CLI::Option* const name = command->add_option("--name", words.name, voice_.say("report.option.name"));
        command->add_flag("--investigators", words.investigators, voice_.say("report.option.investigators"))
            ->needs(name);
        CLI::Option* const keep = command->add_flag("--keep-metadata", words.keep_metadata,
                                                    voice_.say("report.option.keep_metadata"));
        command
            ->add_flag("--with-originals", words.with_originals, voice_.say("report.option.with_originals"))
            ->excludes(keep);
    }

    void seal_options(CLI::App* command, SealRequest& request) {
        words_options(command, request.words);
        command->add_flag("--answers", request.words.answers, voice_.say("report.option.answers"));
        command->add_option("--exclude", request.exclude, voice_.say("report.option.exclude"));
        command->add_option("--receipt-out", request.receipt_out, voice_.say("report.option.receipt_out"));
    }

    void case_options(CLI::App* command, CaseRequest& request) {
        office_options(command, request.office, true);
        command->add_option("--receipt-file", request.receipt_file, voice_.say("report.option.receipt_file"));
    }

    void add_report() {
        report_command_ = add("report", "report.command.report");
        office_options(report_command_, report_.office, true);
        seal_options(report_command_, report_);
        report_command_->add_option("--out", report_.out, voice_.say("report.option.kept"))
            ->default_val("report.ppb");
    }
    void add_status() {
        status_command_ = add("status", "report.command.status");
        case_options(status_command_, status_);
        status_command_->add_flag("--own", status_.own, voice_.say("own.title"));
        status_command_->add_option("--save-files", status_.files, voice_.say("report.option.save_files"));
        status_command_->add_option("--save-proof", status_.proof, voice_.say("report.option.save_proof"));
    }
    void add_write() {
        write_command_ = add("write", "report.command.write");
        case_options(write_command_, write_.of);
        words_options(write_command_, write_.words);
        CLI::Option* const out = write_command_->add_flag_callback(
            "--recused-out", [this] { write_.recused = RecusedMay::not_read; },
            voice_.say("report.option.recused_out"));
        write_command_
            ->add_flag_callback(
                "--recused-keep", [this] { write_.recused = RecusedMay::read; },
                voice_.say("report.option.recused_keep"))
            ->excludes(out);
        write_command_->add_option("--out", write_.out, voice_.say("report.option.kept"))
            ->default_val("message.ppb");
    }
    void add_seal() {
        seal_command_ = add("seal", "report.command.seal");
        office_options(seal_command_, seal_.office, false);
        seal_options(seal_command_, seal_);
        seal_command_->add_option("out", seal_.out, voice_.say("report.option.out"))->required();
    }
    void add_send() {
        send_command_ = add("send", "report.command.send");
        send_command_->add_option("bundle", bundle_, voice_.say("report.option.bundle"))->required();
        send_command_->add_option("--to", origin_, voice_.say("report.option.to"))->required();
    }
    void add_remove() {
        CLI::App* const command = add("remove-access", "report.command.remove");
        case_options(command, remove_);
    }

    const Voice& voice_;
    CLI::App app_;
    CLI::App* seal_command_ = nullptr;
    CLI::App* send_command_ = nullptr;
    CLI::App* report_command_ = nullptr;
    CLI::App* status_command_ = nullptr;
    CLI::App* write_command_ = nullptr;
    SealRequest seal_;
    SealRequest report_;
    WriteRequest write_;
    CaseRequest status_;
    CaseRequest remove_;
    Path bundle_;
    std::string origin_;
    std::string language_;  // chosen before this was read, so that this could be explained in it
};

}  // namespace

int run(const std::vector<std::string>& arguments, const Voice& voice, verify::Day today, Random& random) {
    Typed typed(voice, today);
    if (const std::optional<int> code = typed.read(arguments)) return *code;
    const Status done = typed.act(random);
    if (done.ok()) return 0;
    std::fprintf(stderr, "%s\n", what_happened(voice, done.error()).c_str());
    return exit_code(done.error().code);
}

}  // namespace parapet::reporter
