#include "reviewer/server/team.h"

#include <algorithm>

#include "crypto/verify/wrapset.h"

namespace parapet::reviewer {
namespace {

Result<verify::Digests> recipients_of_report(const vault::CaseLook& look, const CaseId& case_id) {
    TRY(const std::vector<vault::Record> records, look.records(case_id));
    for (const vault::Record& record : records)
        for (const vault::CaseObject& object : record.objects)
            if (object.lane == vault::Lane::reporter && object.seq == 0 && object.part == 0)
                return verify::Digests::parse(object.digests);
    return Error{Code::not_found, "the report has not arrived"};
}

bool was_ever_member(const App& app, const RecipientId& rid) {
    return std::ranges::any_of(app.deployment.rosters(),
                               [&](const verify::Roster& r) { return r.by_rid(rid) != nullptr; });
}

}  // namespace

Result<Team> team_of(const App& app, const vault::CaseLook& look, const CaseId& case_id) {
    TRY(const verify::Digests digests, recipients_of_report(look, case_id));
    Team out;
    for (const verify::WrapDigest& entry : digests.entries) {
        if (!was_ever_member(app, entry.rid)) {
            out.reporter.insert(entry.rid);
            continue;
        }
        const verify::Member* member = app.roster().by_rid(entry.rid);
        if (member == nullptr || !member->may_read()) continue;
        TRY(const bool recused, look.recused(case_id, member->person));
        if (!recused) out.members.insert(entry.rid);
    }
    return out;
}

std::vector<RecipientId> keys_of(const App& app, const PersonId& person) {
    std::vector<RecipientId> out;
    for (const verify::Roster& roster : app.deployment.rosters())
        for (const verify::Member* member : roster.by_person(person))
            if (std::ranges::find(out, member->rid) == out.end()) out.push_back(member->rid);
    return out;
}

}  // namespace parapet::reviewer
