// drop.db as intake sees it: the only writer.
#pragma once

#include "vault/drop_rows.h"
#include "vault/file.h"
#include "vault/sqlite/reader_pool.h"
#include "vault/sqlite/writer.h"
#include "vault/store_key.h"

namespace parapet::vault {

// Any thread. Everything that answers Done or a value is durable; after an error nothing was written.
// busy: too many writes wait. storage_full, permissions, io: the disk.
class DropWriter {
public:
    // All of it in one transaction. The same note under the same (case, seq) again is already_accepted;
    // another is duplicate. incomplete: an upload it names is unknown or reserved other bytes. forbidden: the
    // case was shredded. Every object must be of this case and seq: the caller has checked that against the
    // headers.
    [[nodiscard]] Result<Outcome> submit(const NewSubmission& submission);

    // True when anything is held for this case.
    [[nodiscard]] Result<bool> holds(const CaseId& case_id);
    // `removed` from the moment of burn() on.
    [[nodiscard]] Result<Access> access(const CaseId& case_id);
    // The next free number in the reporter's lane: 0 when nothing is held.
    [[nodiscard]] Result<std::uint32_t> next_seq(const CaseId& case_id);
    // With the reporter's own wraps, without members'. not_found when there is none.
    [[nodiscard]] Result<StoredSubmission> own(const CaseId& case_id, std::uint32_t seq);

    // Uploads of large cores, as vault/uploads.h has them.
    [[nodiscard]] Result<std::vector<Upload>> begin_uploads(const std::vector<Upload>& wanted, Hour expires,
                                                            std::uint64_t most_bytes);
    // True when room is reserved for this core, or it is stored already.
    [[nodiscard]] Result<bool> has_begun(const EnvelopeId& env_id);
    [[nodiscard]] Result<Upload> upload(const UploadId& id);
    [[nodiscard]] Status expire_uploads(Hour now);
    [[nodiscard]] Result<bool> names_file(const UploadId& file);

    // Whose members' wraps are still here. For each whose message mail.db calls taken: delete_member_wraps.
    [[nodiscard]] Result<std::vector<WaitingSubmission>> waiting(std::size_t most);
    // Of all its objects.
    [[nodiscard]] Status delete_member_wraps(const SubmissionName& name);
    // The reporter's own wraps of the whole case are gone, and those of later messages are not kept; done
    // also when there were none.
    [[nodiscard]] Status burn(const CaseId& case_id);
    // Everything of the case is gone, and a tombstone refuses it for ever. Answers the files to delete.
    [[nodiscard]] Result<std::vector<UploadId>> bury(const CaseId& case_id);

private:
    friend Result<std::unique_ptr<DropWriter>> open_drop_for_intake(const std::filesystem::path&,
                                                                    const DropKey&);
    DropWriter(File lock, sqlite::Connection db, sqlite::ReaderPool::Open open);

    File lock_;
    sqlite::Writer writer_;
    sqlite::ReaderPool readers_;
};

[[nodiscard]] Result<std::unique_ptr<DropWriter>> open_drop_for_intake(const std::filesystem::path& store,
                                                                       const DropKey& key);

}  // namespace parapet::vault
