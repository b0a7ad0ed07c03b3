#include "vault/case_act.h"

#include "vault/uploads.h"

namespace parapet::vault {
namespace {

Status put_object(sqlite::Connection& db, const Record& record, const CaseObject& object) {
    return db.run(
        "INSERT INTO objects (env_id, leaf, case_id, otag, lane, kind, seq, part, core_len, core_hash, "
        "digests) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        {object.env_id, record.leaf, record.case_id, object.otag, static_cast<std::uint8_t>(object.lane),
         object.kind, object.seq, object.part, object.core_len, object.core_hash, object.digests});
}

}  // namespace

Status CaseAct::put_case(const CaseRow& row) {
    const auto before = case_of(row.case_id);
    if (before.ok()) {
        if (before->ctag != row.ctag) return Error{Code::duplicate, "the case has another tag"};
        return Done{};
    }
    if (before.error().code != Code::not_found) return before.error();
    return db_.run("INSERT INTO cases (case_id, ctag, state, day) VALUES (?1, ?2, ?3, ?4)",
                   {row.case_id, row.ctag, std::string_view(row.state), row.day});
}

Status CaseAct::set_state(const CaseId& case_id, std::string_view state) {
    TRY_(db_.run("UPDATE cases SET state = ?2 WHERE case_id = ?1", {case_id, state}));
    if (db_.changed() != 1) return Error{Code::not_found, "no such case"};
    return Done{};
}

Status CaseAct::put_record(const Record& record) {
    const std::optional<ByteView> note =
        record.note.empty() ? std::nullopt : std::optional(ByteView(record.note));
    TRY_(db_.run("INSERT INTO records (leaf, case_id, day, note) VALUES (?1, ?2, ?3, ?4)",
                 {record.leaf, record.case_id, record.day, note}));
    for (const CaseObject& object : record.objects) TRY_(put_object(db_, record, object));
    return db_.run("UPDATE cases SET day = max(day, ?2) WHERE case_id = ?1", {record.case_id, record.day});
}

Status CaseAct::put_core(const EnvelopeId& env_id, ByteView core) {
    TRY_(db_.run("UPDATE objects SET core = ?2 WHERE env_id = ?1 AND core_len = ?3",
                 {env_id, core, core.size()}));
    if (db_.changed() != 1) return Error{Code::not_found, "no object with a core of this length"};
    return Done{};
}

Status CaseAct::put_file(const Upload& upload) {
    TRY_(uploads::finish(db_, upload));
    TRY_(db_.run("UPDATE objects SET file = ?2 WHERE env_id = ?1 AND core_len = ?3 AND core_hash = ?4",
                 {upload.env_id, upload.id, upload.core_len, upload.core_hash}));
    if (db_.changed() != 1) return Error{Code::not_found, "no object with a core of this length and hash"};
    return Done{};
}

Status CaseAct::put_wrap(const CaseId& case_id, const EnvelopeId& env_id, const RecipientId& rid,
                         ByteView sealed) {
    return db_.run(
        "INSERT INTO wraps (case_id, rid, env_id, sealed) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (case_id, rid, env_id) DO UPDATE SET sealed = ?4",
        {case_id, rid, env_id, sealed});
}

Status CaseAct::recuse(const CaseId& case_id, const PersonId& person, const std::vector<RecipientId>& rids,
                       std::uint64_t leaf) {
    TRY_(db_.run("INSERT INTO recusals (case_id, person, leaf) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING",
                 {case_id, person, leaf}));
    for (const RecipientId& rid : rids) {
        TRY_(db_.run("DELETE FROM wraps WHERE case_id = ?1 AND rid = ?2", {case_id, rid}));
        TRY_(db_.run("DELETE FROM shares WHERE case_id = ?1 AND rid = ?2", {case_id, rid}));
    }
    return Done{};
}

Status CaseAct::revoke(const RecipientId& rid) {
    TRY_(db_.run("DELETE FROM shares WHERE rid = ?1", {rid}));
    return db_.run("DELETE FROM wraps WHERE rid = ?1", {rid});
}

Status CaseAct::bury(const CaseId& case_id) {
    return db_.run("DELETE FROM cases WHERE case_id = ?1", {case_id});
}

Status CaseAct::put_outbox(std::uint8_t kind, ByteView payload) {
    return db_.run("INSERT INTO outbox (kind, payload) VALUES (?1, ?2)", {kind, payload});
}

}  // namespace parapet::vault
