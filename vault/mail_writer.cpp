#include "vault/mail_writer.h"

#include <algorithm>

#include "crypto/base/reader.h"
#include "vault/lock_file.h"
#include "vault/open_store.h"

namespace parapet::vault {
namespace {

// A hash's first bits: tells nothing about when.
std::int64_t row_of(const EnvelopeId& env_id) {
    Reader reader(env_id);
    return static_cast<std::int64_t>(reader.take_u64().value() >> 1U);
}

// True when this reply is there; duplicate when its place holds another.
Result<bool> stored_before(sqlite::Connection& db, const Reply& reply) {
    TRY(auto row, db.query("SELECT core, own_wrap, digests FROM replies WHERE case_id = ?1 AND seq = ?2",
                           {reply.case_id, reply.seq}));
    TRY(const bool there, row.next());
    if (!there) return false;
    const bool same = std::ranges::equal(row.view(0), reply.core) &&
                      std::ranges::equal(row.view(1), reply.own_wrap) &&
                      std::ranges::equal(row.view(2), reply.digests);
    if (!same) return Error{Code::duplicate, "another reply has that number"};
    return true;
}

}  // namespace

MailWriter::MailWriter(File lock, sqlite::Connection db) : lock_(std::move(lock)), writer_(std::move(db)) {}

Result<std::unique_ptr<MailWriter>> open_mail_for_reviewer(const std::filesystem::path& store,
                                                           const MailKey& key) {
    TRY(File lock, lock_for_writing(store));
    TRY(auto db, open_store(store, key.reveal(), sqlite::Access::write, StoreKind::mail));
    return std::unique_ptr<MailWriter>(new MailWriter(std::move(lock), std::move(db)));
}

Status MailWriter::put_reply(const Reply& reply, const std::vector<ReplyFile>& files) {
    return writer_.write([&](sqlite::Connection& db) -> Status {
        TRY(const bool before, stored_before(db, reply));
        if (before) return Done{};
        for (const ReplyFile& file : files)
            TRY_(db.run("INSERT INTO reply_files (env_id, case_id, file, core_len) VALUES (?1, ?2, ?3, ?4)",
                        {file.env_id, reply.case_id, file.file, file.core_len}));
        return db.run(
            "INSERT INTO replies (id, case_id, seq, env_id, day, core, own_wrap, digests) "
            "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            {row_of(reply.env_id), reply.case_id, reply.seq, reply.env_id, reply.day, reply.core,
             reply.own_wrap, reply.digests});
    });
}

Status MailWriter::put_taken(const std::vector<EnvelopeId>& env_ids, Day day) {
    return writer_.write([&](sqlite::Connection& db) -> Status {
        for (const EnvelopeId& env_id : env_ids)
            TRY_(db.run("INSERT INTO taken (env_id, day) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
                        {env_id, day}));
        return Done{};
    });
}

Status MailWriter::forget_taken_before(Day day) {
    return writer_.write(
        [&](sqlite::Connection& db) { return db.run("DELETE FROM taken WHERE day < ?1", {day}); });
}

Status MailWriter::bury(const CaseId& case_id) {
    return writer_.write([&](sqlite::Connection& db) -> Status {
        TRY_(db.run("DELETE FROM reply_files WHERE case_id = ?1", {case_id}));
        return db.run("DELETE FROM replies WHERE case_id = ?1", {case_id});
    });
}

}  // namespace parapet::vault
