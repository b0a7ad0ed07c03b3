// The part of CaseLook and CaseAct that is about confided names: shares, requests to open one, answers to
// them.
#include "vault/case_act.h"

namespace parapet::vault {
namespace {

Result<UnsealRow> unseal_of(const sqlite::Rows& row) {
    UnsealRow out;
    TRY(out.leaf, row.number<std::uint64_t>(0));
    TRY(out.case_id, row.fixed<CaseId>(1));
    TRY(out.env_id, row.fixed<EnvelopeId>(2));
    TRY(out.person, row.fixed<PersonId>(3));
    TRY(out.quorum, row.number<std::uint64_t>(4));
    out.core = row.bytes(5);
    out.wraps = row.bytes(6);
    return out;
}

}  // namespace

Result<Bytes> CaseLook::sealed_share(const EnvelopeId& env_id, const RecipientId& rid) const {
    TRY(auto row, db_.query("SELECT sealed FROM shares WHERE env_id = ?1 AND rid = ?2", {env_id, rid}));
    TRY_(row.expect({Code::not_a_recipient, "no share of this name for this key"}));
    return row.bytes(0);
}

Result<std::vector<RecipientId>> CaseLook::share_holders(const EnvelopeId& env_id) const {
    TRY(auto rows, db_.query("SELECT rid FROM shares WHERE env_id = ?1 ORDER BY rid", {env_id}));
    return rows.all_fixed<RecipientId>();
}

Result<UnsealRow> CaseLook::unseal(const Hash& leaf_hash) const {
    TRY(auto row, db_.query("SELECT u.leaf, u.case_id, u.env_id, u.person, u.quorum, u.core, u.wraps "
                            "FROM unseals u JOIN leaves l ON l.idx = u.leaf WHERE l.hash = ?1",
                            {leaf_hash}));
    TRY_(row.expect({Code::not_found, "no such request"}));
    return unseal_of(row);
}

Result<std::vector<UnsealRow>> CaseLook::unseals_before(std::uint64_t leaf, std::size_t most) const {
    std::vector<UnsealRow> out;
    TRY(auto rows, db_.query("SELECT leaf, case_id, env_id, person, quorum, core, wraps FROM unseals "
                             "WHERE leaf < ?1 ORDER BY leaf DESC LIMIT ?2",
                             {leaf, most}));
    while (true) {
        TRY(const bool more, rows.next());
        if (!more) return out;
        TRY(UnsealRow row, unseal_of(rows));
        out.push_back(std::move(row));
    }
}

Result<std::vector<UnsealAnswer>> CaseLook::unseal_answers(std::uint64_t request) const {
    std::vector<UnsealAnswer> out;
    TRY(auto rows, db_.query("SELECT person, leaf, share, core, wraps FROM unseal_answers "
                             "WHERE request = ?1 ORDER BY leaf",
                             {request}));
    while (true) {
        TRY(const bool more, rows.next());
        if (!more) return out;
        UnsealAnswer answer;
        TRY(answer.person, rows.fixed<PersonId>(0));
        TRY(answer.leaf, rows.number<std::uint64_t>(1));
        answer.share = rows.bytes(2);
        answer.core = rows.bytes(3);
        answer.wraps = rows.bytes(4);
        out.push_back(std::move(answer));
    }
}

Status CaseAct::put_share(const CaseId& case_id, const EnvelopeId& env_id, const RecipientId& rid,
                          ByteView sealed) {
    return db_.run(
        "INSERT INTO shares (case_id, rid, env_id, sealed) VALUES (?1, ?2, ?3, ?4) "
        "ON CONFLICT (env_id, rid) DO UPDATE SET sealed = ?4",
        {case_id, rid, env_id, sealed});
}

Status CaseAct::put_unseal(const UnsealRow& row) {
    return db_.run(
        "INSERT INTO unseals (leaf, case_id, env_id, person, quorum, core, wraps) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        {row.leaf, row.case_id, row.env_id, row.person, row.quorum, row.core, row.wraps});
}

Status CaseAct::put_unseal_answer(std::uint64_t request, const UnsealAnswer& answer) {
    const auto stored = [](const Bytes& bytes) {
        return bytes.empty() ? std::nullopt : std::optional(ByteView(bytes));
    };
    return db_.run(
        "INSERT INTO unseal_answers (request, person, leaf, share, core, wraps) "
        "VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        {request, answer.person, answer.leaf, stored(answer.share), stored(answer.core),
         stored(answer.wraps)});
}

}  // namespace parapet::vault
