#include <cstdio>
#include <iostream>
#include <string>

#include "intake/cli/opened_case.h"

namespace parapet::reporter {
namespace {

// A word of the command line, the same in every language.
constexpr const char* kWord = "remove";

// Whether the very word was typed.
bool confirmed(const Voice& voice) {
    std::printf("\n%s ", voice.say("report.remove.type", {{"word", kWord}}).c_str());
    (void)std::fflush(stdout);
    std::string line;
    return std::getline(std::cin, line) && line == kWord;
}

void list(const Voice& voice, std::initializer_list<const char*> names) {
    for (const char* name : names) std::printf("  - %s\n", voice.say(name).c_str());
}

bool wanted(const Voice& voice) {
    voice.tell("remove.does");
    list(voice, {"remove.does.read", "remove.does.write", "remove.does.found", "remove.does.ever"});
    voice.tell("remove.stays");
    list(voice, {"remove.stays.office", "report.remove.stop"});
    if (!confirmed(voice)) return false;
    voice.tell("remove.sure");
    voice.tell("remove.sure.text");
    return confirmed(voice);
}

}  // namespace

Status remove_access(const CaseRequest& request, const Voice& voice) {
    TRY(OpenedCase opened, open_case(request, voice));
    if (opened.mailbox.removed) {
        tell_removed(voice);
        return Done{};
    }
    if (!opened.mailbox.held) return Error{Code::not_found, "case.nothing.title"};
    if (!wanted(voice)) {
        voice.tell("report.remove.kept");
        return Done{};
    }
    TRY(const Bytes answer, ask(opened.intake, opened.holder(), "/api/burn", verify::Op::burn, {}));
    tell_removed(voice);
    return Done{};
}

}  // namespace parapet::reporter
