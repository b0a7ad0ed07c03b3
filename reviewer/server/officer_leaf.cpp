#include "reviewer/server/officer_leaf.h"

#include <algorithm>

namespace parapet::reviewer {

Result<OfficerLeaf> open_leaf(const App& app, ByteView note,
                              std::initializer_list<verify::AuditEvent> events) {
    TRY(verify::AuditLeaf leaf, verify::AuditLeaf::verify_member(note, app.roster()));
    if (std::ranges::find(events, leaf.lines().event) == events.end())
        return Error{Code::wrong_type, "this event is not asked for here"};
    TRY_(leaf.check_time(app.clock()));
    const verify::Member* member = app.roster().by_rid(leaf.lines().actor);
    INVARIANT(member != nullptr);
    return OfficerLeaf{std::move(leaf), *member};
}

Status check_seen(const vault::CaseLook& look, const OfficerLeaf& leaf) {
    const verify::Seen& seen = *leaf.lines().seen;
    const Result<Hash> root = look.root_at(seen.size);
    if (!root.ok() && root.error().code != Code::malformed) return root.error();
    if (!root.ok() || *root != seen.root) return Error{Code::forked, "seen was never a state of this log"};
    return Done{};
}

Result<vault::CaseRow> case_of(const vault::CaseLook& look, const OfficerLeaf& leaf) {
    Result<vault::CaseRow> row = look.case_by_tag(*leaf.lines().case_tag);
    if (!row.ok() && row.error().code == Code::not_found)
        return Error{Code::wrong_tag, "the leaf names no case of this log"};
    TRY(vault::CaseRow found, std::move(row));
    TRY(const bool out, look.recused(found.case_id, leaf.member.person));
    if (out) return Error{Code::recused, "this person is out of the case"};
    return found;
}

}  // namespace parapet::reviewer
