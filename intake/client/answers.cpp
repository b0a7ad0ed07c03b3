#include "intake/client/answers.h"

#include <algorithm>

#include "intake/client/tidy.h"

namespace parapet::reporter {
namespace {

using content::Answer;
using content::Answers;
using Given = std::optional<Answer>;

Answers answers_to(const std::vector<Question>& questions, const Values& values);
bool says_something(const std::vector<Question>& questions, const Values& values);

template <class T>
const T* value_of(const Answer* value) {
    return value == nullptr ? nullptr : std::get_if<T>(&value->value);
}

std::string said_in(const Answer* value) {
    const auto* text = value_of<std::string>(value);
    return text == nullptr ? std::string() : tidy(*text);
}

Given text_given(const Answer* value) {
    std::string text = said_in(value);
    return text.empty() ? Given{} : Answer{std::move(text)};
}

Given given(const NoticeField& /*field*/, const Answer* /*value*/) { return std::nullopt; }
Given given(const TextField& /*field*/, const Answer* value) { return text_given(value); }
Given given(const DateField& /*field*/, const Answer* value) { return text_given(value); }

// Ticked options in the order of the form, and none that it does not have.
Given given(const ChoiceField& field, const Answer* value) {
    if (!field.many) return text_given(value);
    const auto* ticked = value_of<std::vector<std::string>>(value);
    if (ticked == nullptr) return std::nullopt;
    std::vector<std::string> out;
    std::ranges::copy_if(field.options, std::back_inserter(out), [&](const std::string& option) {
        return std::ranges::find(*ticked, option) != ticked->end();
    });
    return out.empty() ? Given{} : Answer{std::move(out)};
}

Given given(const ListField& field, const Answer* value) {
    const auto* entries = value_of<std::vector<Values>>(value);
    if (entries == nullptr) return std::nullopt;
    std::vector<Answers> out;
    for (const Values& entry : *entries) {
        Answers answers = answers_to(field.of, entry);
        if (!answers.empty() && says_something(field.of, entry)) out.push_back(std::move(answers));
    }
    return out.empty() ? Given{} : Answer{std::move(out)};
}

Given answer(const Question& question, const Values& values) {
    const auto at = values.find(question.id);
    const Answer* value = at == values.end() ? nullptr : &at->second;
    return std::visit([&](const auto& field) { return given(field, value); }, question.field);
}

bool is_preset(const Question& question, const Answer& answer) {
    const auto* choice = std::get_if<ChoiceField>(&question.field);
    const auto* text = std::get_if<std::string>(&answer.value);
    return choice != nullptr && text != nullptr && choice->preset == *text;
}

// A preset alone says nothing: an entry nobody wrote in is not sent.
bool says_something(const std::vector<Question>& questions, const Values& values) {
    return std::ranges::any_of(questions, [&](const Question& question) {
        const Given said = answer(question, values);
        return said && !is_preset(question, *said);
    });
}

Answers answers_to(const std::vector<Question>& questions, const Values& values) {
    Answers out;
    for (const Question& question : questions) {
        if (!met(question.when, values) || question.into_identity) continue;
        if (Given said = answer(question, values)) out.emplace(question.id, std::move(*said));
    }
    return out;
}

template <class Wanted>
Answers answers_where(const Questionnaire& form, const Values& values, Wanted wanted) {
    Answers out;
    for (const Section& section : form.sections) {
        if (!wanted(section) || !met(section.when, values)) continue;
        if (section.part != Part::first && !section_answered(section, values)) continue;
        out.merge(answers_to(section.questions, values));
    }
    return out;
}

}  // namespace

Answers answers_of(const Questionnaire& form, const Values& values) {
    return answers_where(form, values, [](const Section&) { return true; });
}

Answers answers_of(const Questionnaire& form, const Values& values, const std::set<std::string>& sections) {
    return answers_where(form, values, [&](const Section& section) { return sections.contains(section.id); });
}

Answers section_answers(const Section& section, const Values& values) {
    const bool beside_a_name = std::ranges::any_of(section.questions, &Question::into_identity);
    if (!beside_a_name && !says_something(section.questions, values)) return {};
    return answers_to(section.questions, values);
}

bool section_answered(const Section& section, const Values& values) {
    return met(section.when, values) && says_something(section.questions, values);
}

std::optional<content::GivenIdentity> identity_of(const Questionnaire& form, const Values& values) {
    content::GivenIdentity out;
    for (const Section& section : form.sections)
        for (const Question& question : section.questions) {
            if (!question.into_identity || !met(section.when, values) || !met(question.when, values))
                continue;
            const auto at = values.find(question.id);
            const Answer* answer = at == values.end() ? nullptr : &at->second;
            if (question.id == "name") out.name = said_in(answer);
            if (question.id == "contact") out.contact = said_in(answer);
            if (question.id == "known")
                out.known = content::known_to(said_in(answer)).value_or(content::KnownTo::office);
        }
    if (out.name.empty() && out.contact.empty()) return std::nullopt;
    return out;
}

}  // namespace parapet::reporter
