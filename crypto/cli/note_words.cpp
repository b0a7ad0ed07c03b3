#include "crypto/cli/note_words.h"

namespace parapet::cli {
namespace {

std::string_view state_in_words(verify::MemberState state) {
    switch (state) {
        case verify::MemberState::active:
            return "";
        case verify::MemberState::retired:
            return ", retired";
        case verify::MemberState::revoked:
            return ", revoked";
    }
    return "";
}

}  // namespace

std::string in_words(const verify::RootLines& root) {
    std::string out = "root, version " + std::to_string(root.version) + ": " +
                      std::to_string(root.threshold) + " of " + std::to_string(root.keys.size()) +
                      " officers sign\n";
    if (root.evaluation) out += "  for an evaluation only: nothing real belongs in it\n";
    for (const verify::VerifierKey& key : root.keys) out += "  officer " + key.name + "\n";
    for (const std::string& origin : root.origins) out += "  answers at " + origin + "\n";
    return out;
}

std::string in_words(const verify::RosterLines& roster) {
    std::string out = "roster, version " + std::to_string(roster.version) + ", " + roster.issued.print() +
                      " to " + roster.expires.print() + "\n";
    for (const verify::Member& member : roster.members)
        out += "  " + member.label + ": " + member.roles.print() + std::string(state_in_words(member.state)) +
               "\n    person " + to_hex(member.person) + ", rid " + to_hex(member.rid) + "\n";
    return out;
}

Result<std::string> note_in_words(std::string_view text) {
    if (const auto root = verify::RootLines::parse(text); root.ok())
        return in_words(*root) + "fingerprint " + verify::root_fingerprint(text).print() + "\n";
    TRY(const verify::RosterLines roster, verify::RosterLines::parse(text));
    return in_words(roster);
}

}  // namespace parapet::cli
