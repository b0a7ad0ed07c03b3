#include "vault/mail_reader.h"

#include "vault/open_store.h"

namespace parapet::vault {
namespace {

Result<Reply> reply_of(const CaseId& case_id, const sqlite::Rows& row) {
    Reply out;
    out.case_id = case_id;
    TRY(out.seq, row.number<std::uint32_t>(0));
    TRY(out.env_id, row.fixed<EnvelopeId>(1));
    out.day = row.day(2);
    out.core = row.bytes(3);
    out.own_wrap = row.bytes(4);
    out.digests = row.bytes(5);
    return out;
}

Result<std::uint32_t> replies_of(sqlite::Connection& db, const CaseId& case_id) {
    TRY(auto row, db.query("SELECT count(*) FROM replies WHERE case_id = ?1", {case_id}));
    TRY_(row.expect({Code::storage, "the store did not count"}));
    return row.number<std::uint32_t>(0);
}

}  // namespace

MailReader::MailReader(sqlite::ReaderPool::Open open) : readers_(std::move(open), kReaders) {}

Result<std::unique_ptr<MailReader>> open_mail_for_intake(const std::filesystem::path& store,
                                                         const MailKey& key) {
    TRY_(open_store(store, key.reveal(), sqlite::Access::read, StoreKind::mail));
    return std::unique_ptr<MailReader>(new MailReader(reader_of(store, key, StoreKind::mail)));
}

Result<ReplyPage> MailReader::page(const CaseId& case_id, std::uint32_t page) {
    return readers_.read([&](sqlite::Connection& db) -> Result<ReplyPage> {
        ReplyPage out;
        TRY(out.total, replies_of(db, case_id));
        TRY(auto rows, db.query("SELECT seq, env_id, day, core, own_wrap, digests FROM replies "
                                "WHERE case_id = ?1 ORDER BY seq LIMIT ?2 OFFSET ?3",
                                {case_id, kRepliesPerPage, std::uint64_t{page} * kRepliesPerPage}));
        while (true) {
            TRY(const bool more, rows.next());
            if (!more) return out;
            TRY(Reply reply, reply_of(case_id, rows));
            out.replies.push_back(std::move(reply));
        }
    });
}

Result<std::optional<ReplyFile>> MailReader::file(const CaseId& case_id, const EnvelopeId& env_id) {
    return readers_.read([&](sqlite::Connection& db) -> Result<std::optional<ReplyFile>> {
        TRY(auto row, db.query("SELECT file, core_len FROM reply_files WHERE env_id = ?1 AND case_id = ?2",
                               {env_id, case_id}));
        TRY(const bool there, row.next());
        if (!there) return std::optional<ReplyFile>();
        ReplyFile out;
        out.env_id = env_id;
        TRY(out.file, row.fixed<UploadId>(0));
        TRY(out.core_len, row.number<std::uint64_t>(1));
        return std::optional(out);
    });
}

Result<bool> MailReader::taken(const EnvelopeId& env_id) {
    return readers_.read([&](sqlite::Connection& db) -> Result<bool> {
        TRY(auto row, db.query("SELECT 1 FROM taken WHERE env_id = ?1", {env_id}));
        return row.next();
    });
}

}  // namespace parapet::vault
