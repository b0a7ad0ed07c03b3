#include "intake/cli/usage.h"

#include <algorithm>

namespace parapet::reporter {
namespace {

const std::string kProgram = "parapet-report";

std::string shown_name(const CLI::Option& option) {
    const std::string names = option.get_name(option.get_positional(), true);
    const std::size_t begins = names.find("--");  // behind "-h,"
    return begins == std::string::npos ? names : names.substr(begins);
}

void print(std::FILE* to, const std::string& margin, const std::string& text) {
    std::string lines = margin;
    for (const char c : text) lines.append(1, c).append(c == '\n' ? margin : "");
    std::fprintf(to, "%s\n", lines.c_str());
}

void print_command(const CLI::App& command, const Voice& voice, std::FILE* to) {
    print(to, "", kProgram + " " + command.get_name() + " …");
    print(to, "", command.get_description());
    print(to, "", "");
    for (const CLI::Option* option : command.get_options()) {
        const bool takes_value = !option->get_positional() && option->get_items_expected_min() > 0;
        print(to, "  ", shown_name(*option) + (takes_value ? " …" : ""));
        const std::string needed =
            option->get_required() ? "(" + voice.say("report.usage.needed") + ") " : "";
        print(to, "      ", needed + option->get_description());
    }
}

void print_program(const CLI::App& app, const Voice& voice, std::FILE* to) {
    print(to, "", voice.say("report.about"));
    print(to, "", "");
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
        print(to, "  ", command->get_name());
        print(to, "      ", command->get_description());
    }
    print(to, "", "");
    print(to, "", voice.say("report.usage.begin"));
    print(to, "  ", kProgram + " report ./report.txt --to http://… --fingerprint \"…\"");
    print(to, "  ", kProgram + " status --to http://… --fingerprint \"…\"");
    print(to, "", "");
    print(to, "", voice.say("report.usage.more", {{"command", kProgram + " report --help"}}));
    print(to, "",
          voice.say("report.usage.languages", {{"option", "--language …"}, {"list", Voice::languages()}}));
    print(to, "", voice.say("report.usage.exits"));
    if (voice.words().unreviewed()) print(to, "", voice.say("page.unreviewed"));
}

std::vector<const CLI::Option*> options_of(const CLI::App& app) {
    std::vector<const CLI::Option*> out;
    for (const CLI::App* command : app.get_subcommands())
        for (const CLI::Option* option : command->get_options()) out.push_back(option);
    return out;
}

std::string needed_and_missing(const CLI::App& app) {
    std::string out;
    for (const CLI::Option* option : options_of(app))
        if (option->get_required() && option->count() == 0)
            out.append(out.empty() ? "" : ", ").append(shown_name(*option));
    return out;
}

// Two options of which the second must, or must not, stand beside the first.
Words beside(const CLI::App& app, bool must) {
    for (const CLI::Option* option : options_of(app)) {
        if (option->count() == 0) continue;
        for (const CLI::Option* other : must ? option->get_needs() : option->get_excludes())
            if ((other->count() == 0) == must)
                return {{"name", shown_name(*option)}, {"other", shown_name(*other)}};
    }
    return {};
}

std::string commands_of(const CLI::App& app) {
    std::string out;
    for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
        out.append(out.empty() ? "" : ", ").append(command->get_name());
    return out;
}

std::string wrong_in_words(const CLI::App& app, const CLI::ParseError& fault, const Voice& voice) {
    if (app.get_subcommands().empty())
        return voice.say("report.usage.no_command", {{"list", commands_of(app)}});
    if (dynamic_cast<const CLI::RequiredError*>(&fault) != nullptr)
        return voice.say("report.usage.missing", {{"name", needed_and_missing(app)}});
    if (dynamic_cast<const CLI::RequiresError*>(&fault) != nullptr)
        return voice.say("report.usage.together", beside(app, true));
    if (dynamic_cast<const CLI::ExcludesError*>(&fault) != nullptr)
        return voice.say("report.usage.apart", beside(app, false));
    if (dynamic_cast<const CLI::ExtrasError*>(&fault) != nullptr) {
        const std::vector<std::string> extra = app.remaining(true);
        const auto option =
            std::ranges::find_if(extra, [](const std::string& one) { return one.starts_with("--"); });
        if (option == extra.end()) return voice.say("report.usage.extra");
        return voice.say("report.usage.unknown", {{"name", option->substr(0, option->find('='))}});
    }
    // "--to: 1 required TEXT missing"
    const std::string said = fault.what();
    if (said.starts_with("--"))
        return voice.say("report.usage.value", {{"name", said.substr(0, said.find(':'))}});
    return voice.say("report.usage.other");
}

}  // namespace

void print_usage(const CLI::App& app, const Voice& voice, std::FILE* to) {
    const auto commands = app.get_subcommands();
    if (commands.empty())
        print_program(app, voice, to);
    else
        print_command(*commands.front(), voice, to);
}

void print_fault(const CLI::App& app, const CLI::ParseError& fault, const Voice& voice) {
    print(stderr, "", wrong_in_words(app, fault, voice));
    const auto commands = app.get_subcommands();
    const std::string command = commands.empty() ? "" : " " + commands.front()->get_name();
    print(stderr, "", voice.say("report.usage.more", {{"command", kProgram + command + " --help"}}));
}

}  // namespace parapet::reporter
