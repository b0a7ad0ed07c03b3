#include "intake/cli/recusal_asked.h"

#include <cstdio>

#include "intake/cli/office_at_hand.h"

namespace parapet::reporter {
namespace {

// Words of the command line, the same in every language; behind "--recused-" they are its options.
constexpr const char* kOut = "out";
constexpr const char* kKeep = "keep";

std::string choice(const Voice& voice, const char* word, const char* means) {
    return "  " + voice.isolated(word) + " – " + voice.say(means) + "\n";
}

Result<bool> ask_about(const std::string& told, const Voice& voice) {
    std::string question = told + voice.say("recused.ask") + "\n" + choice(voice, kOut, "recused.out") +
                           choice(voice, kKeep, "recused.keep");
    for (;;) {
        question += voice.say("report.recused.type", {{"out", kOut}, {"keep", kKeep}}) + " ";
        const std::optional<std::string> line = ask_line(question);
        if (!line) {
            std::fprintf(stderr, "%s", told.c_str());
            return Error{Code::configuration, "report.recused.unasked"};
        }
        if (*line == kOut || *line == kKeep) return *line == kKeep;
        question.clear();
    }
}

}  // namespace

Result<bool> keeps_recused(const OutOfCase& out, RecusedMay said, const Voice& voice) {
    if (out.to_tell.empty()) return false;
    const std::string told =
        people_in_words(voice, "recused.told", out.to_tell) + voice.say("recused.keep.help") + "\n";
    if (said == RecusedMay::be_asked_about) return ask_about(told, voice);
    std::printf("%s", told.c_str());
    return said == RecusedMay::read;
}

}  // namespace parapet::reporter
