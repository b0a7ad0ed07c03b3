// Verifying a whole audit log offline, on the auditor's own machine, from a file and the public notes alone
// (crypto/SPEC.md section 10).
//
// Asked of every leaf in order: form; signature by the service, or by a member of the roster in force, which
// is the last one that a config leaf names; (actor, nonce) not used before; `seen` a state this log had; time
// not before that of earlier leaves by more than clocks may differ. Then of the whole: the checkpoint is
// signed by the log's key and its root is that of exactly these leaves.
//
// Not given: that nothing was withheld from the log, nor that other readers were shown the same one. The
// first is what a desk refuses to work with, the second what witnesses are for.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "crypto/verify/log_file.h"
#include "crypto/verify/roster.h"

namespace parapet::vault::cli {

struct LogFault {
    std::optional<std::uint64_t> leaf;  // the first bad one; nothing when it is the file or the checkpoint
    Error error;
};

struct LogVerdict {
    std::uint64_t leaves = 0;  // that verified
    std::map<std::string_view, std::uint64_t> events;
    std::optional<LogFault> fault;
};

// `rosters`: signed by this root, in any order, at least one. What is refused and how it is named: what
// AuditLeaf says; unknown_roster (a config leaf names a roster that was not given); duplicate; forked (seen);
// wrong_time; what Checkpoint says; bad_proof (another size or root than these leaves have).
[[nodiscard]] LogVerdict verify_log(const verify::Root& root, const std::vector<verify::Roster>& rosters,
                                    const verify::LogFile& log);

}  // namespace parapet::vault::cli
