// mail.db as intake sees it: mailbox pages and what was taken over. It can write nothing.
#pragma once

#include "vault/mail_rows.h"
#include "vault/sqlite/reader_pool.h"
#include "vault/store_key.h"

namespace parapet::vault {

// Any thread.
class MailReader {
public:
    // Replies 4 * page .. 4 * page + 3 of the case; empty for an unknown case or a page past the end.
    [[nodiscard]] Result<ReplyPage> page(const CaseId& case_id, std::uint32_t page);
    // A file of one of this case's replies; nothing for any other case or envelope.
    [[nodiscard]] Result<std::optional<ReplyFile>> file(const CaseId& case_id, const EnvelopeId& env_id);
    [[nodiscard]] Result<bool> taken(const EnvelopeId& env_id);

private:
    friend Result<std::unique_ptr<MailReader>> open_mail_for_intake(const std::filesystem::path&,
                                                                    const MailKey&);
    explicit MailReader(sqlite::ReaderPool::Open open);
    sqlite::ReaderPool readers_;
};

[[nodiscard]] Result<std::unique_ptr<MailReader>> open_mail_for_intake(const std::filesystem::path& store,
                                                                       const MailKey& key);

}  // namespace parapet::vault
