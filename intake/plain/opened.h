// The case behind a code, looked at anew with every page.
#pragma once

#include "intake/client/own.h"
#include "intake/plain/turn.h"

namespace parapet::plain {

struct Opened {
    keys::ReporterKeys reporter;
    reporter::Mailbox mailbox;
};

// The keys of the code that was opened; the receipt's faults.
[[nodiscard]] Result<keys::ReporterKeys> keys_behind(const Turn& turn);
// Keeps in the draft which number the next message has. not_found: nothing arrived under this code;
// forbidden: the holder of the code took the access away.
[[nodiscard]] Result<Opened> open_case(Turn& turn);

// The report as intake holds it.
[[nodiscard]] Result<reporter::OwnSealed> report_behind(const Turn& turn, const Opened& opened);

// Everything sent under the code, the report first, and the questionnaire the report was given with.
struct OpenedWithOwn {
    Opened opened;
    std::vector<reporter::SentBefore> sent;
    const Questionnaire* form = nullptr;  // none when the office does not have it any more
};
[[nodiscard]] Result<OpenedWithOwn> open_case_with_own(Turn& turn);
// What the holder of the code may decide, by the form the report was given with; none where it has nothing.
[[nodiscard]] const Questionnaire* choices_of(const Turn& turn, const OpenedWithOwn& all);

// The page for a case that could not be opened: where the code is typed, that nothing is held, or that the
// access was taken away.
[[nodiscard]] std::string not_opened_page(Turn& turn, const Error& fault);

}  // namespace parapet::plain
