// What parapet-report does.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "crypto/base/secret.h"
#include "crypto/verify/calendar.h"

namespace parapet::reporter {

using Path = std::filesystem::path;

struct OfficeFiles {
    Path root;  // a root and a roster as files …
    Path roster;
    std::string origin;       // … or asked from intake
    std::string fingerprint;  // forty digits from the poster; empty: not compared, and said so
    verify::Day today;
};

struct SealRequest {
    OfficeFiles office;
    Path text;  // "-": standard input
    std::vector<Path> files;
    std::vector<std::string> exclude;  // public labels
    Path out;
};
// Seals a report into a bundle file and shows its code.
[[nodiscard]] Status seal_report(const SealRequest& request, Random& random);

// Brings a bundle file to intake. Running it again resumes.
[[nodiscard]] Status send(const Path& bundle, const std::string& origin);

struct CaseRequest {
    OfficeFiles office;
    Path receipt_file;  // empty: typed
};
// Shows where the case stands and every reply that verifies.
[[nodiscard]] Status show_status(const CaseRequest& request);

struct WriteRequest {
    CaseRequest of;
    Path text;
    std::vector<Path> files;
    Path out;
};
// Seals a further message into a bundle file; send() brings it.
[[nodiscard]] Status seal_message(const WriteRequest& request, Random& random);

}  // namespace parapet::reporter
