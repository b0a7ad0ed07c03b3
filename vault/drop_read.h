// The reading statements of drop.db, used by both of its roles.
#pragma once

#include "vault/drop_rows.h"
#include "vault/sqlite/connection.h"

namespace parapet::vault::drop {

// Which of the wraps a reader asks for.
enum class Wraps { members, own };

// not_found when there is none.
[[nodiscard]] Result<StoredSubmission> submission(sqlite::Connection& db, SubmissionHandle handle,
                                                  Wraps wraps);
[[nodiscard]] Result<SubmissionHandle> handle_of(sqlite::Connection& db, const CaseId& case_id,
                                                 std::uint32_t seq);
// Done only when the case has a report whose own wrap is gone.
[[nodiscard]] Result<bool> access_removed(sqlite::Connection& db, const CaseId& case_id);
[[nodiscard]] Result<std::vector<CaseId>> all_access_removed(sqlite::Connection& db);
[[nodiscard]] Result<StoredObject> object(sqlite::Connection& db, const EnvelopeId& env_id);
[[nodiscard]] Result<std::vector<SubmissionHandle>> waiting(sqlite::Connection& db, SubmissionHandle after,
                                                            std::size_t most);

}  // namespace parapet::vault::drop
