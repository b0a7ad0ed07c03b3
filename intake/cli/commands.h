// What parapet-report does. What it says goes to standard output, progress and questions to standard error;
// the code to a terminal, or to a file that the person named.
#pragma once

#include <string>
#include <vector>

#include "crypto/base/secret.h"
#include "crypto/verify/calendar.h"
#include "intake/cli/terminal.h"
#include "intake/cli/voice.h"

namespace parapet::reporter {

struct OfficeFiles {
    Path root;  // a root and a roster as files …
    Path roster;
    std::string origin;       // … or asked from intake
    std::string fingerprint;  // forty digits from the poster; empty: not compared, and said so
    verify::Day today;
};

struct GivenWords {
    Path text;  // "-": standard input
    std::vector<Path> files;
    bool keep_metadata = false;   // pictures go as they are
    bool with_originals = false;  // and beside each cleaned one its untouched original
    Path name{};                  // empty: no name is confided
    bool investigators = false;   // may know it, too, once it is opened
    bool answers = false;         // of a report: `text` holds answers to a questionnaire (answers_file.h)
};

struct SealRequest {
    OfficeFiles office;
    GivenWords words;
    std::vector<std::string> exclude;  // as persons_of() takes them
    Path receipt_out;                  // empty: the terminal
    Path out;
};
// Seals a report into a bundle file and shows its code, in this order: readers, sealing, code. Nothing is
// sent.
[[nodiscard]] Status seal_only(const SealRequest& request, const Voice& voice, Random& random);

// Brings a bundle file to intake. Running it again resumes.
[[nodiscard]] Status send(const Path& bundle, const std::string& origin, const Voice& voice);

// Seals, shows the code, sends; the bundle goes once it is accepted, and stays when it is not.
[[nodiscard]] Status report(const SealRequest& request, const Voice& voice, Random& random);

struct CaseRequest {
    OfficeFiles office;
    Path receipt_file;  // empty: typed
    bool own = false;   // also what the reporter sent
    Path files;         // a folder for the files the office sent; empty: they are named only
    Path proof;         // a new file for the proof of filing; empty: none is saved
};
// Shows where the case stands and every reply that verifies; says what is wrong with one that does not.
[[nodiscard]] Status show_status(const CaseRequest& request, const Voice& voice);

// Explains what it does, asks twice, and takes the access of this code away: for ever.
[[nodiscard]] Status remove_access(const CaseRequest& request, const Voice& voice);

// Whether people who are out of the case since may read what is written next.
enum class RecusedMay : std::uint8_t { be_asked_about, not_read, read };
struct WriteRequest {
    CaseRequest of;
    GivenWords words;
    RecusedMay recused = RecusedMay::be_asked_about;
    Path out;
};
// Seals a further message into a bundle file and sends it, as report(). Before anything is read or sealed the
// person is told who is out of the case.
[[nodiscard]] Status write(const WriteRequest& request, const Voice& voice, Random& random);

}  // namespace parapet::reporter
