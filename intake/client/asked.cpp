#include "intake/client/asked.h"

#include "crypto/verify/custodians.h"

namespace parapet::reporter {

Names names_of(const verify::Roster& roster, const std::set<PersonId>& left_out) {
    if (verify::keeps_names(roster, left_out)) return Names::kept;
    return verify::keeps_names(roster, {}) ? Names::lost : Names::none;
}

std::vector<const Section*> sections_asked(const Questionnaire& form, Part part, const Values& values) {
    std::vector<const Section*> out;
    for (const Section& section : form.sections)
        if (section.part == part && met(section.when, values)) out.push_back(&section);
    return out;
}

bool is_asked(const Question& question, const Values& values, Names names) {
    return met(question.when, values) && (names == Names::kept || !question.into_identity);
}

const std::string& text_in(const Values& values, const std::string& id) {
    static const std::string kNone;
    const auto at = values.find(id);
    const auto* text = at == values.end() ? nullptr : std::get_if<std::string>(&at->second.value);
    return text == nullptr ? kNone : *text;
}

std::vector<std::string> ticked_in(const ChoiceField& field, const Values& values, const std::string& id) {
    const auto at = values.find(id);
    if (at == values.end()) return field.preset ? std::vector{*field.preset} : std::vector<std::string>{};
    if (const auto* one = std::get_if<std::string>(&at->second.value))
        return one->empty() ? std::vector<std::string>{} : std::vector{*one};
    const auto* many = std::get_if<std::vector<std::string>>(&at->second.value);
    return many == nullptr ? std::vector<std::string>{} : *many;
}

std::vector<Values> entries_in(const Values& values, const std::string& id) {
    const auto at = values.find(id);
    const auto* entries = at == values.end() ? nullptr : std::get_if<std::vector<Values>>(&at->second.value);
    return entries == nullptr || entries->empty() ? std::vector<Values>(1) : *entries;
}

}  // namespace parapet::reporter
