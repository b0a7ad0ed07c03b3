// drop.db: what reporters sent. Written by intake, read by the reviewer service.
//
// Rows are only ever added at the end: a large row at a random place would make SQLite write its neighbours,
// too (measured: three times the pages). Each commit writes the row's own pages and one page of each index
// under random keys, and every further index would cost as much as 4 KiB of report: there is one, and objects
// are named by case, number and part. The others are partial, and take of what intake adds only cores that
// are files. No env_id comes twice without one of them: it is the hash of a header that has all three. What
// is read alone stands first in a row and needs none of the pages behind it.
//
// A row holds nothing twice: the digests and the wrapsets are without the env_id they begin with
// (`vault/drop_sets.h`), and only a core that is a file has its length and hash here. A table of their own
// for members' wraps, which go at takeover, would be two pages more a report. Zeros of the same length come
// in their place: then SQLite writes the page or two that they are on, and not the whole row anew. `waits` is
// 1 until then, for every object of a submission alike; it leads the index, so that what waits is found
// without an index of its own. (case_id, seq, part) comes once under either, because all parts of a
// submission change in one statement, and another of that number is refused while a part 0 has it.
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
    {R"sql(
ALTER TABLE objects RENAME TO objects_1;
ALTER TABLE wraps RENAME TO wraps_1;

CREATE TABLE objects (
  id          INTEGER PRIMARY KEY,
  env_id      BLOB NOT NULL CHECK (length(env_id) = 32),
  case_id     BLOB NOT NULL CHECK (length(case_id) = 16),
  seq         INTEGER NOT NULL CHECK (seq >= 0),
  part        INTEGER NOT NULL CHECK (part BETWEEN 0 AND 63),
  kind        INTEGER NOT NULL CHECK (kind IN (1, 2, 5, 6)),
  day         INTEGER NOT NULL,
  roster_hash BLOB NOT NULL CHECK (length(roster_hash) = 32),
  core_len    INTEGER NOT NULL CHECK (core_len > 112),
  core_hash   BLOB NOT NULL CHECK (length(core_hash) = 32),
  file        BLOB CHECK (length(file) = 16),
  own         BLOB,
  note        BLOB NOT NULL,
  digests     BLOB NOT NULL,
  core        BLOB,
  UNIQUE (case_id, seq, part)
) STRICT;
CREATE TABLE wraps (
  id      INTEGER PRIMARY KEY REFERENCES objects (id) ON DELETE CASCADE,
  members BLOB NOT NULL
) STRICT;

CREATE INDEX objects_1_in_order ON objects_1 (content);  -- or all of it would be sorted, in memory
INSERT INTO objects
SELECT o.content, o.env_id, o.case_id, o.seq, o.id & 63, o.kind, s.day, s.roster_hash, o.core_len, o.core_hash,
       o.file, w.wrapset, c.note, c.digests, c.core
FROM contents c CROSS JOIN objects_1 o ON o.content = c.id
JOIN submissions s ON s.case_id = o.case_id AND s.seq = o.seq LEFT JOIN wraps_1 w ON w.id = o.own
ORDER BY c.id;
INSERT INTO wraps
SELECT o.content, w.wrapset
FROM contents c CROSS JOIN objects_1 o ON o.content = c.id JOIN wraps_1 w ON w.id = o.members ORDER BY c.id;

DROP TABLE objects_1;
DROP TABLE wraps_1;
DROP TABLE contents;
DROP TABLE submissions;
CREATE INDEX objects_in_files ON objects (file) WHERE file IS NOT NULL;
CREATE INDEX objects_in_files_by_env ON objects (env_id) WHERE file IS NOT NULL;
CREATE INDEX objects_without_access ON objects (case_id) WHERE seq = 0 AND part = 0 AND own IS NULL;

PRAGMA user_version = 2;
)sql"},
    {R"sql(
ALTER TABLE objects RENAME TO objects_2;
ALTER TABLE wraps RENAME TO wraps_2;
DROP INDEX objects_in_files;
DROP INDEX objects_in_files_by_env;
DROP INDEX objects_without_access;

CREATE TABLE objects (
  id        INTEGER PRIMARY KEY,
  waits     INTEGER NOT NULL CHECK (waits IN (0, 1)),
  case_id   BLOB NOT NULL CHECK (length(case_id) = 16),
  seq       INTEGER NOT NULL CHECK (seq >= 0),
  part      INTEGER NOT NULL CHECK (part BETWEEN 0 AND 63),
  kind      INTEGER NOT NULL CHECK (kind IN (1, 2, 5, 6)),
  day       INTEGER NOT NULL,
  env_id    BLOB NOT NULL CHECK (length(env_id) = 32),
  file      BLOB CHECK (length(file) = 16),
  core_len  INTEGER CHECK (core_len > 112),
  core_hash BLOB CHECK (length(core_hash) = 32),
  own       BLOB,
  note      BLOB NOT NULL,
  digests   BLOB NOT NULL,
  core      BLOB,
  members   BLOB NOT NULL,
  UNIQUE (waits, case_id, seq, part),
  CHECK ((core IS NULL) = (file IS NOT NULL) AND (core_len IS NULL) = (file IS NULL)
         AND (core_hash IS NULL) = (file IS NULL))
) STRICT;

INSERT INTO objects
SELECT o.id,
       EXISTS (SELECT 1 FROM objects_2 p JOIN wraps_2 x ON x.id = p.id WHERE p.case_id = o.case_id AND p.seq = o.seq),
       o.case_id, o.seq, o.part, o.kind, o.day, o.env_id, o.file,
       iif(o.file IS NULL, NULL, o.core_len), iif(o.file IS NULL, NULL, o.core_hash),
       iif(o.own IS NULL, NULL, ifnull(substr(o.own, 33), x'')), o.note, ifnull(substr(o.digests, 33), x''),
       o.core, ifnull(substr(w.members, 33), x'')  -- of an empty blob substr() makes NULL
FROM objects_2 o LEFT JOIN wraps_2 w ON w.id = o.id ORDER BY o.id;

DROP TABLE wraps_2;
DROP TABLE objects_2;
CREATE INDEX objects_in_files ON objects (file) WHERE file IS NOT NULL;
CREATE INDEX objects_in_files_by_env ON objects (env_id) WHERE file IS NOT NULL;
CREATE INDEX objects_without_access ON objects (case_id) WHERE seq = 0 AND part = 0 AND own IS NULL;

PRAGMA user_version = 3;
)sql"},
};

}  // namespace
const std::span<const Migration> kDrop = kDropSteps;
}  // namespace parapet::vault::migrations_of
