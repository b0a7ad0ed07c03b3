#include <cstdio>

#include "intake/cli/answers_file.h"
#include "intake/cli/case_shown.h"
#include "intake/cli/opened_case.h"
#include "intake/cli/saved_files.h"
#include "intake/cli/sent_shown.h"
#include "intake/client/filing.h"

namespace parapet::reporter {
namespace {

// The log's word, checked here; and, if a place was named, the proof for others.
Status show_filing(OpenedCase& opened, const Voice& voice, const Path& file) {
    TRY(const std::optional<ProvenFiling> proven,
        proven_filing(opened.intake, opened.holder(), opened.mailbox));
    if (!proven) {
        if (file.empty()) return Done{};
        return Error{Code::not_found, "report.proof.later"};
    }
    std::printf("\n");
    voice.tell("filing.title");
    voice.tell("filing.day", {{"date", proven->filing.day.print()}});
    if (file.empty()) return Done{};
    TRY_(save_proof(file, proven->bundle, voice));
    voice.tell("report.proof.saved", {{"file", file}});
    voice.tell("filing.careful");
    return Done{};
}

}  // namespace

Status show_status(const CaseRequest& request, const Voice& voice) {
    TRY(OpenedCase opened, open_case(request, voice));
    const Mailbox& mailbox = opened.mailbox;
    if (mailbox.removed) {
        tell_removed(voice);
        return Done{};
    }
    if (!mailbox.held) {
        voice.tell("case.nothing.title");
        voice.tell("case.nothing");
        return Done{};
    }
    TRY(const std::vector<SentBefore> sent, all_own(opened.intake, opened.holder(), mailbox));
    show_standing(voice, mailbox, sent, request.office.today);
    show_warnings(voice, mailbox, sent);
    if (request.own) {
        TRY(const Forms forms, compiled_forms());
        show_sent(voice, forms, sent);
    }
    show_replies(voice, mailbox);
    TRY_(show_filing(opened, voice, request.proof));
    if (!request.files.empty())
        TRY_(save_reply_files(opened.intake, opened.holder(), mailbox, request.files, voice));
    if (!mailbox.refused.empty()) return Error{mailbox.refused.front().fault};
    return Done{};
}

}  // namespace parapet::reporter
