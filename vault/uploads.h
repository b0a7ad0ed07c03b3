// Large cores on their way into a piece folder, as rows. Two stores take uploads, drop.db of reporters and
// case.db of the office: both have the table `uploads`, and a column `file` in `objects` that names a
// finished one.
//
// Each function is a part of somebody's transaction.
#pragma once

#include <vector>

#include "vault/drop_rows.h"
#include "vault/sqlite/connection.h"

namespace parapet::vault::uploads {

// Reserves room: all of `wanted` or none. For an env_id already reserved with the same length and hash the
// answer has the id given then, and a new expiry; with others, duplicate. Of an object that is stored already
// it is the file's, and nothing is reserved. busy when unfinished uploads would hold more than `most_bytes`
// together.
[[nodiscard]] Result<std::vector<Upload>> begin(sqlite::Connection& db, const std::vector<Upload>& wanted,
                                                Hour expires, std::uint64_t most_bytes);
// True when room is reserved for this core, or it is stored already.
[[nodiscard]] Result<bool> has_begun(sqlite::Connection& db, const EnvelopeId& env_id);
// not_found when there is none (never begun, finished, or swept).
[[nodiscard]] Result<Upload> find(sqlite::Connection& db, const UploadId& id);
// What was reserved becomes an object: exactly this upload ends. incomplete when there is none such.
[[nodiscard]] Status finish(sqlite::Connection& db, const Upload& upload);
// Forgets uploads that expired by `now`. Their files go with PieceFolder::sweep.
[[nodiscard]] Status expire(sqlite::Connection& db, Hour now);
// True when an upload or a stored object names this file.
[[nodiscard]] Result<bool> names_file(sqlite::Connection& db, const UploadId& file);

}  // namespace parapet::vault::uploads
