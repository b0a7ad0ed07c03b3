#include "intake/cli/sentences.h"

#include <algorithm>
#include <array>

namespace parapet::reporter {
namespace {

struct Sentence {
    Code code;
    const char* words;
};

constexpr std::array kWhatHappened{
    Sentence{Code::unreachable,
             "The service does not answer. Nothing is lost; run the same command again later."},
    Sentence{Code::busy,
             "The service has too much to do just now. Nothing is lost; run the same command again later."},
    Sentence{
        Code::puzzle,
        "Very many people write to the office just now. Nothing is lost; run the same command again later."},
    Sentence{Code::unavailable,
             "What answered is not the service, or it cannot answer now. Run the same command again later."},
    Sentence{Code::truncated, "The connection broke. Nothing is lost; run the same command again."},
    Sentence{
        Code::expired,
        "The list of people who read reports has run out, so nothing new can be sealed for them now. Use\n"
        "another way to reach the office, or come back in a few days."},
    Sentence{Code::not_yet_valid,
             "The list of people who read reports begins later than today. Is this machine's date right?"},
    Sentence{
        Code::wrong_fingerprint,
        "These are not the keys whose forty digits were given. Compare the digits with the poster. If they\n"
        "are right, somebody else answers here: write nothing."},
    Sentence{Code::unknown_roster,
             "This was sealed for a list of readers that is no longer used. Seal it again."},
    Sentence{Code::duplicate,
             "Under this code or name there is something else already. Nothing was overwritten."},
    Sentence{Code::not_a_recipient, "With these people left out, nobody is left who could read it."},
    Sentence{
        Code::threshold,
        "Too few people keep names, or too few are left when these people are left out. A name cannot be\n"
        "given safely; without --name the rest can be sent."},
    Sentence{Code::receipt_length,
             "A code has 32 digits, in eight groups of four. A few are missing, or too many."},
    Sentence{Code::receipt_character, "A code has digits only. Something else is in it."},
    Sentence{Code::receipt_check,
             "One digit of the code is not as it was given. Compare it again, group by group."},
    Sentence{Code::forbidden, "This case was deleted. Nothing can be added to it."},
    Sentence{Code::storage_full,
             "There is no room left, on this machine's disk or at the service. Nothing is lost; make room, "
             "or run\n"
             "the same command again later."},
    Sentence{Code::core_hash,
             "A file changed while it was being sealed, or the sealed file was changed. Seal it again."},
};

constexpr std::array kWrongWithReply{
    Sentence{Code::unknown_roster,
             "It names a list of members that the office's own root officers did not sign."},
    Sentence{Code::wrong_author,
             "It is signed by somebody who may not answer for the office, or may no longer."},
    Sentence{Code::inner_signature, "Its signature does not fit its words: somebody changed them."},
    Sentence{Code::commitment, "It is not sealed with the key that was committed to."},
    Sentence{Code::decrypt, "It was changed on its way, or is not sealed for you."},
    Sentence{Code::wrong_case, "It belongs to another case."},
    Sentence{Code::wrong_deployment, "It belongs to another office."},
    Sentence{Code::wraps_hash, "The list of who can read it does not fit it."},
    Sentence{Code::not_a_recipient, "It is not sealed for you."},
};

std::string_view finding_in_words(metadata::Finding finding) {
    switch (finding) {
        case metadata::Finding::place:
            return "the place";
        case metadata::Finding::time:
            return "the time";
        case metadata::Finding::device:
            return "the device";
        case metadata::Finding::author:
            return "a name or an owner";
        case metadata::Finding::software:
            return "the program";
        case metadata::Finding::comment:
            return "a title or a comment";
        case metadata::Finding::history:
            return "how it was edited";
        case metadata::Finding::thumbnail:
            return "a small preview picture";
        case metadata::Finding::appended:
            return "another picture or a film behind it";
        case metadata::Finding::colours:
            return "a colour profile, which can name a device";
        case metadata::Finding::more:
            return "further hidden data";
    }
    return "";
}

const char* find(std::span<const Sentence> among, Code code) {
    const auto found = std::ranges::find(among, code, &Sentence::code);
    return found == among.end() ? nullptr : found->words;
}

}  // namespace

std::string what_happened(Error error) {
    const char* const words = find(kWhatHappened, error.code);
    return words != nullptr ? words : std::string(error.what.c_str()) + ".";
}

std::string wrong_with_reply(Code code) {
    const char* const words = find(kWrongWithReply, code);
    return words != nullptr ? words : "It does not have the form of an answer.";
}

std::string status_in_words(content::PublicStatus status) {
    switch (status) {
        case content::PublicStatus::received:
            return "Received";
        case content::PublicStatus::acknowledged:
            return "Acknowledged";
        case content::PublicStatus::question:
            return "Question for you";
        case content::PublicStatus::review:
            return "Under review";
        case content::PublicStatus::investigators:
            return "With investigators";
        case content::PublicStatus::decision:
            return "Decision to read";
        case content::PublicStatus::suspended:
            return "Suspended";
        case content::PublicStatus::closed:
            return "Closed";
    }
    return "";
}

std::string removed_in_words(const std::vector<metadata::Finding>& found) {
    if (found.empty()) return "no hidden details were found in this picture";
    std::string out = "removed from this picture:";
    for (std::size_t i = 0; i < found.size(); ++i) {
        out += i == 0 ? " " : ", ";
        out += finding_in_words(found[i]);
    }
    return out;
}

std::string fault_in_words(Fault fault) {
    switch (fault) {
        case Fault::needed:
            return "please write a few words here; one sentence is enough";
        case Fault::too_long:
            return "this is longer than a report can hold; shorten it, or attach the rest as a file";
        case Fault::wrong_day:
            return "that day is not in the calendar; a year alone is enough: 2026, 2026-03 or 2026-03-14";
        case Fault::choose:
            return "please choose one of the options";
        case Fault::tick:
            return "please name at least one of the options";
        case Fault::alone:
            return "one of these options stands without the others";
    }
    return "";
}

std::string strange_in_words(Strange strange) {
    switch (strange) {
        case Strange::no_question:
            return "the questionnaire asks nothing of this name";
        case Strange::not_asked:
            return "this is not asked with the answers beside it";
        case Strange::for_names:
            return "a name is kept apart from the report: give it with --name";
        case Strange::wrong_kind:
            return "another kind of answer stands here: a text, a list of options or a list of entries";
        case Strange::no_option:
            return "this is not one of the options";
        case Strange::too_many:
            return "these are more entries than fit; send the others later";
    }
    return "";
}

int exit_code(Code code) {
    constexpr std::array kPassing{Code::unreachable, Code::busy,         Code::unavailable,
                                  Code::truncated,   Code::storage_full, Code::puzzle};
    return std::ranges::find(kPassing, code) != kPassing.end() ? 3 : 1;
}

}  // namespace parapet::reporter
