#include "intake/cli/sent_shown.h"

#include <cstdio>

#include "intake/client/answer_words.h"

namespace parapet::reporter {
namespace {

using content::Answer;
using content::Answers;

class Reading {
public:
    Reading(const Voice& voice, Answers answers) : voice_(voice), rest_(std::move(answers)) {}

    void show(const Questionnaire* form) {
        if (form == nullptr) return;
        for (const Section& section : form->sections)
            for (const Question& question : section.questions) {
                const auto answered = rest_.extract(question.id);
                if (!answered.empty()) show(question, "form." + form->id, answered.mapped(), "");
            }
    }
    // What no questionnaire knew.
    void show_rest() const {
        for (const auto& [id, answer] : rest_)
            if (const auto* text = std::get_if<std::string>(&answer.value)) line(id, *text, "");
    }

private:
    void show(const Question& question, const std::string& above, const Answer& answer,
              const std::string& margin) const {
        const std::string path = above + "." + question.id;
        if (const auto* list = std::get_if<ListField>(&question.field))
            entries(*list, path, answer, margin);
        else if (std::holds_alternative<ChoiceField>(question.field))
            line(voice_.say(path), options_in_words(voice_.words(), path, answer), margin);
        else if (const auto* text = std::get_if<std::string>(&answer.value))
            line(voice_.say(path), *text, margin);
    }
    void entries(const ListField& list, const std::string& path, const Answer& answer,
                 const std::string& margin) const {
        const auto* given = std::get_if<std::vector<Answers>>(&answer.value);
        for (std::size_t n = 0; given != nullptr && n < given->size(); ++n) {
            std::printf("%s%s\n", margin.c_str(), entry_in_words(voice_.words(), path, n).c_str());
            for (const Question& question : list.of)
                if (const auto at = (*given)[n].find(question.id); at != (*given)[n].end())
                    show(question, path, at->second, margin + "  ");
        }
    }
    void line(const std::string& question, const std::string& said, const std::string& margin) const {
        std::printf("%s%s – %s\n", margin.c_str(), question.c_str(), voice_.isolated(said).c_str());
    }

    const Voice& voice_;
    Answers rest_;
};

const Questionnaire* form_of(const Forms& forms, const std::vector<SentBefore>& sent) {
    if (sent.empty()) return nullptr;
    const auto* const report = std::get_if<content::Report>(&sent.front().own.said);
    return report == nullptr ? nullptr : forms.find(FormName{report->form_id, report->form_version}.print());
}

}  // namespace

void show_sent(const Voice& voice, const Forms& forms, const std::vector<SentBefore>& sent) {
    const Questionnaire* const form = form_of(forms, sent);
    const Questionnaire* const after =
        form == nullptr || !form->after ? nullptr : forms.find(form->after->print());
    for (const auto& [seq, own] : sent) {
        const std::string title =
            seq == 0 ? voice.say("own.report") : voice.say("own.message", {{"n", std::to_string(seq)}});
        std::printf("\n%s – %s\n", title.c_str(), voice.say("own.day", {{"date", own.day.print()}}).c_str());
        const auto* const message = std::get_if<content::Message>(&own.said);
        if (message != nullptr && !message->text.empty())
            std::printf("%s\n", printable(message->text).c_str());
        Reading reading(voice,
                        std::visit([](const auto& said) -> Answers { return said.answers; }, own.said));
        reading.show(form);
        reading.show(after);
        reading.show_rest();
        show_files(voice, std::visit(
                              [](const auto& said) -> const std::vector<content::Attachment>& {
                                  return said.attachments;
                              },
                              own.said));
    }
}

void show_files(const Voice& voice, const std::vector<content::Attachment>& files) {
    for (const content::Attachment& file : files)
        std::printf("  %s · %s\n", voice.isolated(file.name).c_str(),
                    size_in_words(voice.words(), file.size).c_str());
}

}  // namespace parapet::reporter
