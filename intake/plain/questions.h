// The questions of one section as ordinary form fields: shown, read back, and shown again as they were
// answered. A field is named by its place ("q.where", in a list "q.acts.0.when"); a date by its parts
// ("q.from.y", "q.from.m", "q.from.d").
#pragma once

#include "intake/client/faults.h"
#include "intake/plain/fields.h"
#include "intake/plain/page.h"

namespace parapet::plain {

using reporter::FaultAt;
using reporter::Names;
using reporter::Question;
using reporter::Questionnaire;
using reporter::Section;
using reporter::Values;

struct Asked {
    const Questionnaire& form;
    const Section& section;
    const Catalogue& words;
    Names names = Names::none;
};

// `faults`: said above all fields, each with a link to its field, and beside the field.
void show_questions(Page& page, const Asked& asked, const Values& values, const std::vector<FaultAt>& faults);

// Puts what came into the values. A question that was not on the page keeps its value.
void take_answers(const Asked& asked, const Fields& came, Values& values);

// A question that an answer of the same page made necessary, and that was not on it.
[[nodiscard]] bool asks_more(const Asked& asked, const Fields& came, const Values& values);

// The buttons "add:acts" and "drop:acts.1" change a list; done when this was one of them.
[[nodiscard]] bool change_list(const Asked& asked, std::string_view button, Values& values);

// What was answered, to read.
void show_answers(Page& page, const Catalogue& words, const std::string& form,
                  const std::vector<Question>& questions, const content::Answers& answers);

}  // namespace parapet::plain
