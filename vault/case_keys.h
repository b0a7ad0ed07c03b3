// keys.db: one random secret a case (K_case), and nothing else. Its loss is what shreds a case, so it is left
// out of vault backups. Reviewer service only.
//
// Opening it makes SQLCipher lock and wipe all memory it uses in this process, as far as the limit of locked
// memory goes. Not given: that no page of the store is in memory beyond the call that needed it.
#pragma once

#include "crypto/verify/tags.h"
#include "vault/file.h"
#include "vault/sqlite/reader_pool.h"
#include "vault/sqlite/writer.h"
#include "vault/store_key.h"

namespace parapet::vault {

// Any thread.
class CaseKeys {
public:
    // Keeps `fresh` unless the case has a secret already; answers the one it has. Durable.
    [[nodiscard]] Result<verify::CaseSecret> find_or_keep(const CaseId& case_id,
                                                          const verify::CaseSecret& fresh);
    // not_found: never kept, or destroyed.
    [[nodiscard]] Result<verify::CaseSecret> find(const CaseId& case_id);
    // The first step of a shred. Done also when there was none. The file still holds traces until it is
    // rewritten under a new key (crypto.md section 12).
    [[nodiscard]] Status destroy(const CaseId& case_id);

private:
    friend Result<std::unique_ptr<CaseKeys>> open_keys_for_reviewer(const std::filesystem::path&,
                                                                    const KeysKey&);
    CaseKeys(File lock, sqlite::Connection db, sqlite::ReaderPool::Open open);

    File lock_;
    sqlite::Writer writer_;
    sqlite::ReaderPool readers_;
};

[[nodiscard]] Result<std::unique_ptr<CaseKeys>> open_keys_for_reviewer(const std::filesystem::path& store,
                                                                       const KeysKey& key);

}  // namespace parapet::vault
