// drop.db: what reporters sent. Written by intake, read by the reviewer service.
//
// Small rows, found by random keys, name large ones, which are only ever added at the end: a large row at a
// random place would make SQLite write its neighbours, too (measured: three times the pages). A submission's
// handle is random, so no key tells when it came; what the place of a page in the file tells until the next
// VACUUM stays. The handle's low 6 bits are zero and an object's row is handle + part: (submission, part) is
// unique without an index. No foreign keys: deleting a large row would search all small ones; DropWriter
// deletes both together.
#include "vault/migrations/migrate.h"

namespace parapet::vault::migrations_of {
namespace {

constexpr Migration kDropSteps[] = {
    {R"sql(
CREATE TABLE submissions (
  case_id     BLOB NOT NULL CHECK (length(case_id) = 16),
  seq         INTEGER NOT NULL CHECK (seq >= 0),
  handle      INTEGER NOT NULL CHECK (handle > 0 AND handle & 63 = 0),
  day         INTEGER NOT NULL,
  roster_hash BLOB NOT NULL CHECK (length(roster_hash) = 32),
  PRIMARY KEY (case_id, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE objects (
  id        INTEGER PRIMARY KEY,
  env_id    BLOB NOT NULL UNIQUE CHECK (length(env_id) = 32),
  case_id   BLOB NOT NULL CHECK (length(case_id) = 16),
  seq       INTEGER NOT NULL CHECK (seq >= 0),
  kind      INTEGER NOT NULL CHECK (kind IN (1, 2, 5, 6)),
  core_len  INTEGER NOT NULL CHECK (core_len > 112),
  core_hash BLOB NOT NULL CHECK (length(core_hash) = 32),
  file      BLOB CHECK (length(file) = 16),
  content   INTEGER NOT NULL,
  members   INTEGER,
  own       INTEGER
) STRICT;
CREATE INDEX objects_waiting ON objects (id) WHERE members IS NOT NULL;
CREATE INDEX objects_in_files ON objects (file) WHERE file IS NOT NULL;

CREATE TABLE contents (
  id      INTEGER PRIMARY KEY,
  note    BLOB NOT NULL,
  digests BLOB NOT NULL,
  core    BLOB
) STRICT;

CREATE TABLE wraps (
  id      INTEGER PRIMARY KEY,
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
const std::span<const Migration> kDrop = kDropSteps;
}  // namespace parapet::vault::migrations_of
