#include "reviewer/server/name_request.h"

#include <algorithm>

namespace parapet::reviewer {

Result<NameRequest> read_request(const vault::CaseLook& look, vault::UnsealRow row) {
    TRY(const Bytes leaf, look.leaf(row.leaf));
    TRY(const verify::UnverifiedNote note, verify::UnverifiedNote::parse(leaf));
    TRY(verify::AuditLines lines, verify::AuditLines::parse(note.text()));
    return NameRequest{std::move(row), std::move(lines)};
}

bool has_expired(const App& app, const NameRequest& request) {
    const auto asked = std::get<verify::Minute>(request.lines.time).number;
    return app.clock().minute().number > asked + kRequestMinutes;
}

Result<NameRequest> request_of(const App& app, const vault::CaseLook& look, const OfficerLeaf& leaf) {
    TRY(const vault::CaseRow found, case_of(look, leaf));
    Result<vault::UnsealRow> row = look.unseal(*leaf.lines().request);
    if (!row.ok() && row.error().code == Code::not_found)
        return Error{Code::wrong_tag, "the leaf names no request of this log"};
    TRY(vault::UnsealRow there, std::move(row));
    TRY(NameRequest request, read_request(look, std::move(there)));
    if (request.row.case_id != found.case_id || request.lines.objects != leaf.lines().objects)
        return Error{Code::wrong_tag, "the request is for another name"};
    TRY(const bool out, look.recused(found.case_id, request.row.person));
    if (out) return Error{Code::recused, "who asked is out of the case"};
    if (has_expired(app, request)) return Error{Code::expired, "the request is over seven days old"};
    return request;
}

Result<Bytes> share_of(const App& app, const vault::CaseLook& look, const EnvelopeId& env,
                       const PersonId& person) {
    for (const RecipientId& rid : keys_of(app, person)) {
        Result<Bytes> sealed = look.sealed_share(env, rid);
        if (sealed.ok() || sealed.error().code != Code::not_a_recipient) return sealed;
    }
    return Error{Code::not_a_recipient, "no share of this name for this person"};
}

Result<std::vector<const verify::Member*>> answerers(const App& app, const vault::CaseLook& look,
                                                     const vault::UnsealRow& row) {
    std::vector<const verify::Member*> out;
    for (const verify::Member& member : app.roster().members()) {
        if (!may_sign(member, verify::AuditEvent::unseal_approve) || member.person == row.person) continue;
        const auto same = [&](const verify::Member* other) { return other->person == member.person; };
        if (std::ranges::any_of(out, same)) continue;
        TRY(const bool recused, look.recused(row.case_id, member.person));
        const Result<Bytes> share = share_of(app, look, row.env_id, member.person);
        if (!share.ok() && share.error().code != Code::not_a_recipient) return share.error();
        if (share.ok() && !recused) out.push_back(&member);
    }
    return out;
}

Status check_reason(const Writing& reason, const OfficerLeaf& leaf, const CaseId& case_id,
                    const std::vector<RecipientId>& readers) {
    if (reason.header.case_id != case_id) return Error{Code::wrong_case, "sealed for another case"};
    if (reason.core_hash != *leaf.lines().hash)
        return Error{Code::core_hash, "the leaf names another reason"};
    std::vector<RecipientId> wanted = readers;
    wanted.push_back(leaf.lines().actor);
    std::ranges::sort(wanted);
    if (!std::ranges::equal(wanted, reason.wraps.wraps, {}, {}, &verify::Wrap::rid))
        return Error{Code::not_a_recipient, "a reason is for who asks and who answers, and nobody else"};
    return Done{};
}

}  // namespace parapet::reviewer
