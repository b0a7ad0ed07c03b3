// drop.db as the reviewer service sees it: what waits for takeover, and cores. It can write nothing.
#pragma once

#include "vault/drop_rows.h"
#include "vault/sqlite/reader_pool.h"
#include "vault/store_key.h"

namespace parapet::vault {

// Any thread.
class DropReader {
public:
    // All submissions whose members' wraps are still in drop.db. Their order may tell in which they came:
    // takeover shuffles them. A submission stays here until intake has heard of its takeover.
    [[nodiscard]] Result<std::vector<WaitingSubmission>> waiting();
    // With the members' wraps, without the reporter's own. not_found when there is none.
    [[nodiscard]] Result<StoredSubmission> submission(const SubmissionName& name);
    // Cases whose holder took the own access away.
    [[nodiscard]] Result<std::vector<CaseId>> access_removed();
    // Without wraps. not_found when there is none.
    [[nodiscard]] Result<StoredObject> object(const SubmissionName& of, std::uint32_t part);

private:
    friend Result<std::unique_ptr<DropReader>> open_drop_for_reviewer(const std::filesystem::path&,
                                                                      const DropKey&);
    explicit DropReader(sqlite::ReaderPool::Open open);
    sqlite::ReaderPool readers_;
};

[[nodiscard]] Result<std::unique_ptr<DropReader>> open_drop_for_reviewer(const std::filesystem::path& store,
                                                                         const DropKey& key);

}  // namespace parapet::vault
