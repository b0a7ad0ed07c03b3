// Looking at stores from the command line, read-only: their version, their health, the log as a file.
#pragma once

#include "vault/migrations/migrate.h"
#include "vault/store_key.h"

namespace parapet::vault {

struct StoreFacts {
    std::int32_t version = 0;
    std::int32_t newest = 0;    // what this program would migrate to
    std::uint64_t damaged = 0;  // findings of the check, when it was asked for
};

// `check` reads every page, its authentication tag and the tables' structure: minutes for a large store.
[[nodiscard]] Result<StoreFacts> inspect_store(const std::filesystem::path& store, const DropKey& key,
                                               bool check);
[[nodiscard]] Result<StoreFacts> inspect_store(const std::filesystem::path& store, const MailKey& key,
                                               bool check);
[[nodiscard]] Result<StoreFacts> inspect_store(const std::filesystem::path& store, const CasesKey& key,
                                               bool check);
[[nodiscard]] Result<StoreFacts> inspect_store(const std::filesystem::path& store, const KeysKey& key,
                                               bool check);

// The log up to the newest signed checkpoint, as SPEC section 10 has the file: nothing of a case but its
// tags. not_found before the first checkpoint.
[[nodiscard]] Result<Bytes> log_file(const std::filesystem::path& case_store, const CasesKey& key);

}  // namespace parapet::vault
