// case.db: the reviewer service's alone. The audit leaf is in the same transaction as the act it records.
//
//   store.write([&](CaseAct& act) -> Result<LeafPlace> {
//       ... look whether it may be done ...
//       TRY(const LeafPlace place, act.append_leaf(leaf));
//       TRY_(act.put_outbox(kind, payload));
//       return place;                       // durable when write() has returned
//   });
#pragma once

#include "vault/case_act.h"
#include "vault/file.h"
#include "vault/sqlite/reader_pool.h"
#include "vault/sqlite/writer.h"
#include "vault/store_key.h"

namespace parapet::vault {

// Any thread.
class CaseStore {
public:
    // Runs act(CaseAct&) -> Result<T> in one durable transaction; an error undoes all of it. It may run twice
    // (see sqlite::Writer), so it must only read and write through what it is given.
    template <class F>
    [[nodiscard]] auto write(F&& act) -> std::invoke_result_t<F&, CaseAct&> {
        return writer_.write([&](sqlite::Connection& db) {
            CaseAct one(db);
            return act(one);
        });
    }
    // Runs look(const CaseLook&) -> Result<T> over one snapshot of what is durable.
    template <class F>
    [[nodiscard]] auto read(F&& look) -> std::invoke_result_t<F&, const CaseLook&> {
        return readers_.read([&](sqlite::Connection& db) {
            const CaseLook one(db);
            return look(one);
        });
    }

    // The newest checkpoint that was signed over committed rows. forked when its root is not this log's at
    // that size. One of an older size than the stored one changes nothing.
    [[nodiscard]] Status save_checkpoint(const StoredCheckpoint& checkpoint);

    // Uploads of files that the office sends, as vault/uploads.h has them.
    [[nodiscard]] Result<std::vector<Upload>> begin_uploads(const std::vector<Upload>& wanted, Hour expires,
                                                            std::uint64_t most_bytes);
    [[nodiscard]] Result<Upload> upload(const UploadId& id);
    [[nodiscard]] Status expire_uploads(Hour now);
    [[nodiscard]] Result<bool> names_file(const UploadId& file);

    // What is still to be done elsewhere, oldest first. A row that is done is deleted: nothing of it stays.
    [[nodiscard]] Result<std::vector<OutboxRow>> outbox(std::size_t most);
    [[nodiscard]] Status outbox_done(std::int64_t id);

private:
    friend Result<std::unique_ptr<CaseStore>> open_cases_for_reviewer(const std::filesystem::path&,
                                                                      const CasesKey&);
    CaseStore(File lock, sqlite::Connection db, sqlite::ReaderPool::Open open);

    File lock_;
    sqlite::Writer writer_;
    sqlite::ReaderPool readers_;
};

[[nodiscard]] Result<std::unique_ptr<CaseStore>> open_cases_for_reviewer(const std::filesystem::path& store,
                                                                         const CasesKey& key);

}  // namespace parapet::vault
