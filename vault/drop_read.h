// The reading statements of drop.db, used by both of its roles.
#pragma once

#include "vault/drop_rows.h"
#include "vault/sqlite/connection.h"

namespace parapet::vault::drop {

// Which of the wraps a reader asks for.
enum class Wraps { members, own };

// not_found when there is none.
[[nodiscard]] Result<StoredSubmission> submission(sqlite::Connection& db, const SubmissionName& name,
                                                  Wraps wraps);
// Done only when the case has a report whose own wrap is gone.
[[nodiscard]] Result<bool> access_removed(sqlite::Connection& db, const CaseId& case_id);
[[nodiscard]] Result<std::vector<CaseId>> all_access_removed(sqlite::Connection& db);
// Without wraps. not_found when there is none.
[[nodiscard]] Result<StoredObject> object(sqlite::Connection& db, const SubmissionName& of,
                                          std::uint32_t part);
// Submissions of which any object's members' wraps are here, at most so many.
[[nodiscard]] Result<std::vector<WaitingSubmission>> waiting(sqlite::Connection& db, std::size_t most);

}  // namespace parapet::vault::drop
