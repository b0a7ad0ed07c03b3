// The reading statements of drop.db, used by both of its roles.
#pragma once

#include "vault/drop_rows.h"
#include "vault/sqlite/connection.h"

namespace parapet::vault::drop {

// Which of the wraps a reader asks for.
enum class Wraps { members, own };

// not_found when there is none.
[[nodiscard]] Result<StoredSubmission> submission(sqlite::Connection& db, const CaseId& case_id,
                                                  std::uint32_t seq, Wraps wraps);
// The one that this object came with. not_found when there is none.
[[nodiscard]] Result<StoredSubmission> submission_of(sqlite::Connection& db, const EnvelopeId& object,
                                                     Wraps wraps);
// Done only when the case has a report whose own wrap is gone.
[[nodiscard]] Result<bool> access_removed(sqlite::Connection& db, const CaseId& case_id);
[[nodiscard]] Result<std::vector<CaseId>> all_access_removed(sqlite::Connection& db);
[[nodiscard]] Result<StoredObject> object(sqlite::Connection& db, const EnvelopeId& env_id);
// The message of every submission whose members' wraps are here.
[[nodiscard]] Result<std::vector<EnvelopeId>> waiting(sqlite::Connection& db);

}  // namespace parapet::vault::drop
