#include "intake/plain/sealed_page.h"

#include <algorithm>
#include <array>

#include "intake/plain/file_fields.h"
#include "intake/plain/sealing.h"

namespace parapet::plain {
namespace {

// What is wrong with the file itself, and not with its way.
std::string fault_in_words(const Turn& turn, const Error& fault) {
    constexpr std::array kNoWholeFile{Code::unknown_version, Code::malformed,     Code::truncated,
                                      Code::trailing_bytes,  Code::bad_signature, Code::unknown_signer,
                                      Code::wrong_type,      Code::core_hash};
    if (std::ranges::find(kNoWholeFile, fault.code) != kNoWholeFile.end()) return turn.say("file.wrong");
    if (fault.code == Code::wrong_deployment) return turn.say("file.other");
    if (fault.code == Code::expired || fault.code == Code::unknown_roster) return turn.say("file.expired");
    return error_in_words(turn.words, fault);
}

std::string sealed_page_with(const Turn& turn, const std::string& fault) {
    Page page = begin_page(turn, turn.say("file.title"));
    if (!fault.empty()) page.alert(fault);
    page.with_files();
    page.text(turn.say("file.intro"));
    tell_of_files_again(page, turn);
    page.add({"is_file", {{"label", turn.say("file.choose")}, {"help", turn.say("plain.files")}}, {}, {}});
    page.button(turn.say("file.send"), "send-sealed", "first");
    page.button(turn.say("page.back"), "start");
    return finish_page(turn, page, "sealed");
}

}  // namespace

std::string sealed_page(Turn& turn) { return sealed_page_with(turn, {}); }

std::string send_sealed_page(Turn& turn) {
    if (turn.files.size() != 1) return sealed_page_with(turn, turn.say("file.first"));
    const Status sent = send_sealed(turn.gateway, turn.office, turn.files.front().bytes);
    if (!sent.ok()) return sealed_page_with(turn, fault_in_words(turn, sent.error()));
    Page page = begin_page(turn, turn.say("sent.title"));
    page.text(turn.say("file.sent"), "lead");
    page.button(turn.say("start.code"), "enter", "first");
    page.add({"is_leave", {{"text", turn.say("sent.done")}}, {}, {}});
    return finish_page(turn, page, "sealed");
}

}  // namespace parapet::plain
