// case.db: cases, members' wraps, the audit log and its tree, the outbox. Reviewer service only.
//
// A record is one leaf that brought objects into a case: a takeover (received), a reply or a note.
// nodes holds only complete subtrees (level >= 1; level 0 is leaves.hash): they never change.
#include "vault/migrations/migrate.h"

namespace parapet::vault::migrations_of {
namespace {

constexpr Migration kCaseSteps[] = {
    {R"sql(
CREATE TABLE leaves (
  idx   INTEGER PRIMARY KEY CHECK (idx >= 0),
  hash  BLOB NOT NULL CHECK (length(hash) = 32),
  actor BLOB NOT NULL CHECK (length(actor) = 16),
  nonce BLOB NOT NULL CHECK (length(nonce) = 16),
  bytes BLOB NOT NULL,
  UNIQUE (actor, nonce)
) STRICT;

CREATE TABLE nodes (
  level INTEGER NOT NULL CHECK (level >= 1),
  idx   INTEGER NOT NULL CHECK (idx >= 0),
  hash  BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (level, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
  one  INTEGER PRIMARY KEY CHECK (one = 1),
  size INTEGER NOT NULL,
  root BLOB NOT NULL CHECK (length(root) = 32),
  note BLOB NOT NULL
) STRICT;

CREATE TABLE cases (
  case_id BLOB PRIMARY KEY CHECK (length(case_id) = 16),
  ctag    BLOB NOT NULL UNIQUE CHECK (length(ctag) = 16),
  state   TEXT NOT NULL,
  day     INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX cases_newest ON cases (day DESC, case_id);

CREATE TABLE records (
  leaf    INTEGER PRIMARY KEY REFERENCES leaves (idx),
  case_id BLOB NOT NULL REFERENCES cases (case_id) ON DELETE CASCADE,
  day     INTEGER NOT NULL,
  note    BLOB
) STRICT;
CREATE INDEX records_of_case ON records (case_id, leaf);

CREATE TABLE objects (
  id        INTEGER PRIMARY KEY,
  env_id    BLOB NOT NULL UNIQUE CHECK (length(env_id) = 32),
  leaf      INTEGER NOT NULL REFERENCES records (leaf) ON DELETE CASCADE,
  case_id   BLOB NOT NULL REFERENCES cases (case_id) ON DELETE CASCADE,
  otag      BLOB NOT NULL CHECK (length(otag) = 16),
  lane      INTEGER NOT NULL CHECK (lane IN (1, 3, 4)),
  kind      INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 6),
  seq       INTEGER NOT NULL CHECK (seq >= 0),
  part      INTEGER NOT NULL CHECK (part BETWEEN 0 AND 21),
  core_len  INTEGER NOT NULL CHECK (core_len > 112),
  core_hash BLOB NOT NULL CHECK (length(core_hash) = 32),
  digests   BLOB NOT NULL,
  core      BLOB,
  UNIQUE (case_id, lane, seq, part)
) STRICT;
CREATE INDEX objects_of_record ON objects (leaf);
CREATE INDEX objects_by_tag ON objects (otag);

CREATE TABLE wraps (
  id      INTEGER PRIMARY KEY,
  case_id BLOB NOT NULL REFERENCES cases (case_id) ON DELETE CASCADE,
  rid     BLOB NOT NULL CHECK (length(rid) = 16),
  env_id  BLOB NOT NULL REFERENCES objects (env_id) ON DELETE CASCADE,
  sealed  BLOB NOT NULL,
  UNIQUE (case_id, rid, env_id)
) STRICT;
CREATE INDEX wraps_of_object ON wraps (env_id);

CREATE TABLE recusals (
  case_id BLOB NOT NULL REFERENCES cases (case_id) ON DELETE CASCADE,
  person  BLOB NOT NULL CHECK (length(person) = 8),
  leaf    INTEGER NOT NULL REFERENCES leaves (idx),
  PRIMARY KEY (case_id, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  id      INTEGER PRIMARY KEY,
  kind    INTEGER NOT NULL,
  payload BLOB NOT NULL
) STRICT;

PRAGMA application_id = 0x50504403;
PRAGMA user_version = 1;
)sql"},
    // Confided names: custodians' shares, apart from wraps since they let nobody read; who asked for a name,
    // and what each custodian answered.
    {R"sql(
CREATE TABLE shares (
  id      INTEGER PRIMARY KEY,
  case_id BLOB NOT NULL REFERENCES cases (case_id) ON DELETE CASCADE,
  rid     BLOB NOT NULL CHECK (length(rid) = 16),
  env_id  BLOB NOT NULL REFERENCES objects (env_id) ON DELETE CASCADE,
  sealed  BLOB NOT NULL,
  UNIQUE (env_id, rid)
) STRICT;
CREATE INDEX shares_of_case ON shares (case_id, rid);

CREATE TABLE unseals (
  leaf    INTEGER PRIMARY KEY REFERENCES leaves (idx),
  case_id BLOB NOT NULL REFERENCES cases (case_id) ON DELETE CASCADE,
  env_id  BLOB NOT NULL REFERENCES objects (env_id) ON DELETE CASCADE,
  person  BLOB NOT NULL CHECK (length(person) = 8),
  quorum  INTEGER NOT NULL CHECK (quorum >= 1),
  core    BLOB NOT NULL,
  wraps   BLOB NOT NULL
) STRICT;
CREATE INDEX unseals_of_object ON unseals (env_id, leaf);

CREATE TABLE unseal_answers (
  request INTEGER NOT NULL REFERENCES unseals (leaf) ON DELETE CASCADE,
  person  BLOB NOT NULL CHECK (length(person) = 8),
  leaf    INTEGER NOT NULL REFERENCES leaves (idx),
  share   BLOB,
  core    BLOB,
  wraps   BLOB,
  PRIMARY KEY (request, person)
) STRICT;

PRAGMA user_version = 2;
)sql"},
    // Files that the office sends: large cores in a piece folder of the reviewer service's own.
    {R"sql(
ALTER TABLE objects ADD COLUMN file BLOB CHECK (length(file) = 16);
CREATE INDEX objects_in_files ON objects (file) WHERE file IS NOT NULL;

CREATE TABLE uploads (
  upload_id    BLOB PRIMARY KEY CHECK (length(upload_id) = 16),
  env_id       BLOB NOT NULL UNIQUE CHECK (length(env_id) = 32),
  core_len     INTEGER NOT NULL CHECK (core_len > 112),
  core_hash    BLOB NOT NULL CHECK (length(core_hash) = 32),
  expires_hour INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 3;
)sql"},
};

}  // namespace
const std::span<const Migration> kCases = kCaseSteps;
}  // namespace parapet::vault::migrations_of
