// keys.db: one secret a case, and nothing else: the store whose loss shreds. Reviewer service only.
#include "vault/migrations/migrate.h"

namespace parapet::vault::migrations_of {
namespace {

constexpr Migration kKeySteps[] = {
    {R"sql(
CREATE TABLE case_keys (
  case_id BLOB PRIMARY KEY CHECK (length(case_id) = 16),
  key     BLOB NOT NULL CHECK (length(key) = 32)
) STRICT, WITHOUT ROWID;

PRAGMA application_id = 0x50504404;
PRAGMA user_version = 1;
)sql"},
};

}  // namespace
const std::span<const Migration> kKeys = kKeySteps;
}  // namespace parapet::vault::migrations_of
