// What a person has said so far. It travels in the page, in hidden fields, and nowhere else: the gateway
// keeps nothing between two requests, so that a pause of any length loses nothing.
#pragma once

#include <set>
#include <string>

#include "intake/client/questionnaire.h"
#include "intake/plain/fields.h"
#include "intake/plain/page.h"

namespace parapet::plain {

using reporter::Values;

struct Draft {
    std::string form;  // id of the questionnaire; empty: none chosen yet
    std::set<PersonId> left_out;
    Values values;
    std::string code;  // from the page that shows it, or from the one that asks for it

    // malformed or content_schema: not what write() wrote.
    [[nodiscard]] static Result<Draft> read(const Fields& fields);
    [[nodiscard]] Status write(Page& page) const;
};

}  // namespace parapet::plain
