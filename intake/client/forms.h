// The questionnaires a client knows: every version of each, so that answers stay readable against the one
// they were given for, and which of them are offered (intake/forms/README.md).
#pragma once

#include <map>

#include "intake/client/questionnaire.h"

namespace parapet::reporter {

struct Forms {
    std::map<std::string, Questionnaire, std::less<>> all;  // by name: "misconduct.1"
    std::vector<std::string> offered;                       // names, in the office's order

    // What is in the folder of the questionnaires, by name of file. Others than `offered.json` and those
    // with a version in their name are passed over. content_schema when one is none, lies under another's
    // name, or when what is offered is not there.
    [[nodiscard]] static Result<Forms> parse(const std::map<std::string, Bytes>& files);

    [[nodiscard]] const Questionnaire* find(std::string_view name) const;
    // The version offered now of the questionnaire with this id.
    [[nodiscard]] const Questionnaire* find_offered(std::string_view id) const;
};

}  // namespace parapet::reporter
