// mail.db: what the office answered. Written by the reviewer service, read by intake.
// A reply's row number comes from its env_id, so rows lie in no order of writing.
#include "vault/migrations/migrate.h"

namespace parapet::vault::migrations_of {
namespace {

constexpr Migration kMailSteps[] = {
    {R"sql(
CREATE TABLE replies (
  id       INTEGER PRIMARY KEY,
  case_id  BLOB NOT NULL CHECK (length(case_id) = 16),
  seq      INTEGER NOT NULL CHECK (seq >= 0),
  env_id   BLOB NOT NULL CHECK (length(env_id) = 32),
  day      INTEGER NOT NULL,
  core     BLOB NOT NULL,
  own_wrap BLOB NOT NULL,
  digests  BLOB NOT NULL,
  UNIQUE (case_id, seq)
) STRICT;

CREATE TABLE taken (
  env_id BLOB PRIMARY KEY CHECK (length(env_id) = 32),
  day    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA application_id = 0x50504402;
PRAGMA user_version = 1;
)sql"},
    {R"sql(
CREATE TABLE reply_files (
  env_id   BLOB PRIMARY KEY CHECK (length(env_id) = 32),
  case_id  BLOB NOT NULL CHECK (length(case_id) = 16),
  file     BLOB NOT NULL CHECK (length(file) = 16),
  core_len INTEGER NOT NULL CHECK (core_len > 112)
) STRICT, WITHOUT ROWID;
CREATE INDEX reply_files_of_case ON reply_files (case_id);

PRAGMA user_version = 2;
)sql"},
};

}  // namespace
const std::span<const Migration> kMail = kMailSteps;
}  // namespace parapet::vault::migrations_of
