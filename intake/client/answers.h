// From what stands in the fields to the answers that are sealed: empty ones left out, texts tidied, so that
// the same input gives the same octets on every path. The twin of intake/web/src/form/answers.ts; both are
// held to tests/intake/answers/.
#pragma once

#include <set>

#include "intake/client/questionnaire.h"

namespace parapet::reporter {

// Of all sections, or of those named. A later section in which nothing was said is left out with its presets.
[[nodiscard]] content::Answers answers_of(const Questionnaire& form, const Values& values);
[[nodiscard]] content::Answers answers_of(const Questionnaire& form, const Values& values,
                                          const std::set<std::string>& sections);

// Of one section whatever its part, names left out: what is sent as a message of its own.
// Empty when nothing was said; but beside a name always the same, so that a message does not tell whether one
// was given.
[[nodiscard]] content::Answers section_answers(const Section& section, const Values& values);

[[nodiscard]] bool section_answered(const Section& section, const Values& values);

// What the person gave for the identity object; none when nothing.
[[nodiscard]] std::optional<content::GivenIdentity> identity_of(const Questionnaire& form,
                                                                const Values& values);

}  // namespace parapet::reporter
