// Who works on a case: the recipients of its report who may still read and have not stepped out.
#pragma once

#include <set>

#include "reviewer/server/app.h"

namespace parapet::reviewer {

struct Team {
    std::set<RecipientId> members;
    std::set<RecipientId> reporter;  // the report's recipients who never were members: the reporter's box
    [[nodiscard]] bool has(const RecipientId& rid) const { return members.contains(rid); }
};

// not_found while the report itself has not arrived.
[[nodiscard]] Result<Team> team_of(const App& app, const vault::CaseLook& look, const CaseId& case_id);

// Every key of the person that any roster names.
[[nodiscard]] std::vector<RecipientId> keys_of(const App& app, const PersonId& person);

}  // namespace parapet::reviewer
