// drop.db: what reporters sent. Written by intake, read by the reviewer service.
//
// A submission's handle is random, so rows lie in no order of arrival; the handle's low 6 bits are zero and
// an object's row is handle + part, which makes (submission, part) unique without an index of its own.
// member_wraps holds exactly the submissions that still wait for takeover.
#include "vault/migrations/migrate.h"

namespace parapet::vault::migrations_of {
namespace {

constexpr Migration kSteps[] = {
    {R"sql(
CREATE TABLE submissions (
  handle      INTEGER PRIMARY KEY CHECK (handle > 0 AND handle & 63 = 0),
  case_id     BLOB NOT NULL CHECK (length(case_id) = 16),
  seq         INTEGER NOT NULL CHECK (seq >= 0),
  day         INTEGER NOT NULL,
  roster_hash BLOB NOT NULL CHECK (length(roster_hash) = 32),
  note        BLOB NOT NULL,
  UNIQUE (case_id, seq)
) STRICT;

CREATE TABLE objects (
  id        INTEGER PRIMARY KEY,
  env_id    BLOB NOT NULL UNIQUE CHECK (length(env_id) = 32),
  kind      INTEGER NOT NULL CHECK (kind IN (1, 2, 5, 6)),
  core_len  INTEGER NOT NULL CHECK (core_len > 112),
  core_hash BLOB NOT NULL CHECK (length(core_hash) = 32),
  digests   BLOB NOT NULL,
  file      BLOB CHECK (length(file) = 16),
  core      BLOB CHECK (length(core) = core_len),
  CHECK ((core IS NULL) <> (file IS NULL))
) STRICT;
CREATE INDEX objects_in_files ON objects (file) WHERE file IS NOT NULL;

CREATE TABLE member_wraps (
  id      INTEGER PRIMARY KEY REFERENCES objects (id) ON DELETE CASCADE,
  wrapset BLOB NOT NULL
) STRICT;

CREATE TABLE own_wraps (
  id      INTEGER PRIMARY KEY REFERENCES objects (id) ON DELETE CASCADE,
  wrapset BLOB NOT NULL
) STRICT;

CREATE TABLE uploads (
  upload_id    BLOB PRIMARY KEY CHECK (length(upload_id) = 16),
  env_id       BLOB NOT NULL UNIQUE CHECK (length(env_id) = 32),
  core_len     INTEGER NOT NULL CHECK (core_len > 112),
  core_hash    BLOB NOT NULL CHECK (length(core_hash) = 32),
  expires_hour INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tombstones (
  case_hash BLOB PRIMARY KEY CHECK (length(case_hash) = 32)
) STRICT, WITHOUT ROWID;

PRAGMA application_id = 0x50504401;
PRAGMA user_version = 1;
)sql"},
};

}  // namespace
const std::span<const Migration> kDrop = kSteps;
}  // namespace parapet::vault::migrations_of
