// One case of the inbox, believed only as far as the log bears it out: every leaf proven, every tag computed
// here from ids and K_tag.
#pragma once

#include <optional>
#include <set>

#include "crypto/verify/audit_leaf.h"
#include "crypto/verify/checkpoint.h"
#include "reviewer/client/inbox_page.h"
#include "reviewer/client/office.h"

namespace parapet::officer {

// An object whose tag is in a proven leaf.
struct LoggedObject {
    ListedObject listed;
    LogTag tag;
    std::uint64_t leaf = 0;  // of its record
    verify::Day day;
    Bytes written_by;  // the leaf itself, of what the office wrote
};

// What shows that the report is on the log, as this desk verified it.
struct FiledReport {
    Bytes leaf;
    verify::InclusionProof proof;
    Bytes checkpoint;
};

struct CaseEntry {
    CaseId case_id;
    LogTag case_tag;
    verify::TagKey tag_key;
    verify::Day day;  // of the newest record; 1970-01-01 when the case has a fault
    std::uint32_t next_reply = 0;
    std::uint32_t next_note = 0;
    std::set<PersonId> recused;         // by their own leaves
    std::optional<FiledReport> filed;   // nothing while the report has not arrived
    std::vector<LoggedObject> objects;  // in leaf order; empty when the case has a fault
    std::optional<Code> fault;          // what did not verify: such a case cannot be read

    [[nodiscard]] std::size_t count(verify::Kind kind) const;
    [[nodiscard]] std::size_t messages() const;    // of the reporter, the report included
    [[nodiscard]] std::size_t unanswered() const;  // of those, after the last reply
    [[nodiscard]] bool gap() const;                // a number is missing in the reporter's lane
};

// Never fails: what does not verify becomes the entry's fault, by name. bad_proof, wrong_tag, wrong_type,
// wrong_case (tag of another case), what AuditLeaf says.
[[nodiscard]] CaseEntry verify_case(ListedCase listed, const Office& office,
                                    const verify::Checkpoint& checkpoint);

// What the office did may be signed by somebody who has left since: any roster of the root will do.
[[nodiscard]] Result<verify::AuditLeaf> verify_by_some_member(ByteView note, const Office& office);

}  // namespace parapet::officer
