// What is asked, given what was answered so far; and what stands in the fields of a draft.
#pragma once

#include <set>

#include "crypto/verify/roster.h"
#include "intake/client/questionnaire.h"

namespace parapet::reporter {

// Whether a name can be confided: nobody keeps names here, too few keepers are left, or enough. Unless kept,
// a question for the identity object is not asked.
enum class Names : std::uint8_t { none, lost, kept };
[[nodiscard]] Names names_of(const verify::Roster& roster, const std::set<PersonId>& left_out);

[[nodiscard]] std::vector<const Section*> sections_asked(const Questionnaire& form, Part part,
                                                         const Values& values);
[[nodiscard]] bool is_asked(const Question& question, const Values& values, Names names);

// The text that stands there; empty where there is none.
[[nodiscard]] const std::string& text_in(const Values& values, const std::string& id);
// The options ticked; the preset where nothing was said yet.
[[nodiscard]] std::vector<std::string> ticked_in(const ChoiceField& field, const Values& values,
                                                 const std::string& id);
// The entries of a list, at least an empty one.
[[nodiscard]] std::vector<Values> entries_in(const Values& values, const std::string& id);

}  // namespace parapet::reporter
