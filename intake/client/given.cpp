#include "intake/client/given.h"

#include <algorithm>

namespace parapet::reporter {
namespace {

class Holding {
public:
    void all(const std::vector<Question>& questions, const std::string& where, const Values& values) {
        for (const auto& one : values) {
            const std::string& id = one.first;
            const auto question = std::ranges::find(questions, id, &Question::id);
            if (question == questions.end())
                tell(where + id, Strange::no_question);
            else if (question->into_identity)
                tell(where + id, Strange::for_names);
            else if (!met(question->when, values))
                tell(where + id, Strange::not_asked);
            else
                std::visit([&](const auto& field) { hold(field, where + id, one.second); }, question->field);
        }
    }
    [[nodiscard]] std::vector<StrangeAt> found() && { return std::move(found_); }

private:
    void tell(const std::string& place, Strange what) { found_.push_back({place, what}); }

    void hold(const NoticeField& /*field*/, const std::string& place, const content::Answer& /*answer*/) {
        tell(place, Strange::no_question);
    }
    void hold(const TextField& /*field*/, const std::string& place, const content::Answer& answer) {
        if (!std::holds_alternative<std::string>(answer.value)) tell(place, Strange::wrong_kind);
    }
    void hold(const DateField& /*field*/, const std::string& place, const content::Answer& answer) {
        if (!std::holds_alternative<std::string>(answer.value)) tell(place, Strange::wrong_kind);
    }
    void hold(const ChoiceField& field, const std::string& place, const content::Answer& answer) {
        const auto is_there = [&](const std::string& option) {
            return std::ranges::find(field.options, option) != field.options.end();
        };
        const auto* const one = std::get_if<std::string>(&answer.value);
        const auto* const many = std::get_if<std::vector<std::string>>(&answer.value);
        if (field.many ? many == nullptr : one == nullptr) return tell(place, Strange::wrong_kind);
        if (field.many ? !std::ranges::all_of(*many, is_there) : !is_there(*one))
            tell(place, Strange::no_option);
    }
    void hold(const ListField& field, const std::string& place, const content::Answer& answer) {
        const auto* const entries = std::get_if<std::vector<Values>>(&answer.value);
        if (entries == nullptr) return tell(place, Strange::wrong_kind);
        if (entries->size() > field.most) tell(place, Strange::too_many);
        for (std::size_t n = 0; n < entries->size(); ++n)
            all(field.of, place + "." + std::to_string(n) + ".", (*entries)[n]);
    }

    std::vector<StrangeAt> found_;
};

}  // namespace

std::vector<StrangeAt> strange_in(const Questionnaire& form, const Values& values) {
    std::vector<Question> asked;
    std::vector<Question> all;
    for (const Section& section : form.sections)
        for (const Question& question : section.questions) {
            all.push_back(question);
            if (met(section.when, values)) asked.push_back(question);
        }
    Holding holding;
    holding.all(all, "", values);
    std::vector<StrangeAt> out = std::move(holding).found();
    for (const auto& [id, answer] : values)
        if (std::ranges::find(all, id, &Question::id) != all.end() &&
            std::ranges::find(asked, id, &Question::id) == asked.end())
            out.push_back({id, Strange::not_asked});
    return out;
}

std::string_view sentence_of(Strange strange) {
    switch (strange) {
        case Strange::no_question:
            return "report.answers.no_question";
        case Strange::not_asked:
            return "report.answers.not_asked";
        case Strange::for_names:
            return "report.answers.for_names";
        case Strange::wrong_kind:
            return "report.answers.wrong_kind";
        case Strange::no_option:
            return "report.answers.no_option";
        case Strange::too_many:
            return "report.answers.too_many";
    }
    return "report.answers.unfit";
}

}  // namespace parapet::reporter
