// The questions of one section as ordinary form fields: shown, and read back. A field is named by its
// question ("q.where", in a list "q.acts.0.when"); a date by its parts ("q.from.y", "q.from.m", "q.from.d").
#pragma once

#include "crypto/verify/roster.h"
#include "intake/client/questionnaire.h"
#include "intake/plain/fields.h"
#include "intake/plain/page.h"

namespace parapet::plain {

using reporter::Question;
using reporter::Questionnaire;
using reporter::Section;
using reporter::Values;

// What is wrong with a field, by its name, in the words of the page.
using Faults = std::map<std::string, std::string>;

// Whether a name can be confided: nobody keeps names here, too few keepers are left, or enough.
enum class Names : std::uint8_t { none, lost, kept };
[[nodiscard]] Names names_of(const verify::Roster& roster, const std::set<PersonId>& left_out);

struct Asked {
    const Questionnaire& form;
    const Section& section;
    const Catalogue& words;
    Names names = Names::none;  // unless kept, a question for the identity object is not asked
};

void show_questions(Page& page, const Asked& asked, const Values& values, const Faults& faults);

// Puts what came into the values. A question that was not on the page keeps its value.
void take_answers(const Asked& asked, const Fields& came, Values& values);

// Of what stands in the values: what is required and missing, too long, or no day of the calendar.
[[nodiscard]] Faults faults_in(const Asked& asked, const Values& values);

// A question that an answer of the same page made necessary, and that was not on it.
[[nodiscard]] bool asks_more(const Asked& asked, const Fields& came, const Values& values);

// The button that adds an entry says "add:" and the question; done when this was it.
[[nodiscard]] bool add_entry(const Asked& asked, std::string_view button, Values& values);

// What was answered, to read.
void show_answers(Page& page, const Asked& asked, const content::Answers& answers);

}  // namespace parapet::plain
