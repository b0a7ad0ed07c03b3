// mail.db as the reviewer service sees it: the only writer.
#pragma once

#include "vault/file.h"
#include "vault/mail_rows.h"
#include "vault/sqlite/writer.h"
#include "vault/store_key.h"

namespace parapet::vault {

// Any thread. Every function may be repeated: the outbox does so after a crash.
class MailWriter {
public:
    // Done also when exactly this reply is there; duplicate when (case, seq) has another. The files must be
    // durable already.
    [[nodiscard]] Status put_reply(const Reply& reply, const std::vector<ReplyFile>& files = {});
    // The reviewer service holds these objects now: intake may delete members' wraps.
    [[nodiscard]] Status put_taken(const std::vector<EnvelopeId>& env_ids, Day day);
    // Marks of an earlier day than this go; intake has seen them.
    [[nodiscard]] Status forget_taken_before(Day day);
    // Everything the mailbox of this case holds is gone.
    [[nodiscard]] Status bury(const CaseId& case_id);

private:
    friend Result<std::unique_ptr<MailWriter>> open_mail_for_reviewer(const std::filesystem::path&,
                                                                      const MailKey&);
    MailWriter(File lock, sqlite::Connection db);
    File lock_;
    sqlite::Writer writer_;
};

[[nodiscard]] Result<std::unique_ptr<MailWriter>> open_mail_for_reviewer(const std::filesystem::path& store,
                                                                         const MailKey& key);

}  // namespace parapet::vault
