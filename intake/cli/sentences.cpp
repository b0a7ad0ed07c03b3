#include "intake/cli/sentences.h"

#include <algorithm>
#include <array>

namespace parapet::reporter {

std::string what_happened(const Voice& voice, Error error) {
    const std::string code(error.name());
    const bool late = code.find("challenge") != std::string::npos;
    const std::array<std::string, 5> names{error.what.c_str(), "report.error." + code, "enter.error." + code,
                                           late ? "error.challenge" : "", "report.error.other"};
    const auto name = std::ranges::find_if(names, [&](const std::string& one) { return voice.knows(one); });
    return voice.say(name == names.end() ? names.back() : *name) + " (" + voice.isolated(code) + ")";
}

std::string found_in_words(const Voice& voice, const std::vector<metadata::Finding>& found) {
    if (found.empty()) return voice.say("files.nothing");
    std::string what;
    for (const metadata::Finding one : found)
        what += (what.empty() ? "" : ", ") + voice.say("found." + std::string(metadata::name_of(one)));
    return voice.say("files.found", {{"what", what}});
}

int exit_code(Code code) {
    constexpr std::array kPassing{Code::unreachable,  Code::busy,   Code::unavailable, Code::truncated,
                                  Code::storage_full, Code::puzzle, Code::wait};
    return std::ranges::find(kPassing, code) != kPassing.end() ? 3 : 1;
}

}  // namespace parapet::reporter
