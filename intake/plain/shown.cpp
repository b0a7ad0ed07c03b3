// Answers as a person reads them again: each with its question, options in words.
#include "intake/plain/questions.h"

namespace parapet::plain {
namespace {

using content::Answers;

struct Reader {
    Page& page;
    const Catalogue& words;

    void all(const std::vector<Question>& questions, const std::string& path, const Answers& answers) const {
        for (const Question& question : questions) {
            const auto at = answers.find(question.id);
            if (at == answers.end()) continue;
            const std::string own = path + "." + question.id;
            page.add({"is_question", {{"text", words.say(own)}}, {}, {}});
            if (const auto* entries = std::get_if<std::vector<Answers>>(&at->second.value))
                list(std::get_if<reporter::ListField>(&question.field), own, *entries);
            else
                page.quoted(value(question, own, at->second));
        }
    }

    void list(const reporter::ListField* field, const std::string& path,
              const std::vector<Answers>& entries) const {
        for (std::size_t n = 0; field != nullptr && n < entries.size(); ++n) {
            page.add({"is_question",
                      {{"text", words.say(path + ".one", {{"n", std::to_string(n + 1)}})}},
                      {},
                      {}});
            all(field->of, path, entries[n]);
        }
    }

    [[nodiscard]] std::string option(const std::string& path, const std::string& id) const {
        return words.knows(path + "." + id) ? words.say(path + "." + id) : words.say("option." + id);
    }

    [[nodiscard]] std::string value(const Question& question, const std::string& path,
                                    const content::Answer& answer) const {
        if (const auto* many = std::get_if<std::vector<std::string>>(&answer.value)) {
            std::string out;
            for (const std::string& one : *many) out += (out.empty() ? "" : " · ") + option(path, one);
            return out;
        }
        const auto* said = std::get_if<std::string>(&answer.value);
        if (said == nullptr) return {};
        return std::holds_alternative<reporter::ChoiceField>(question.field) ? option(path, *said) : *said;
    }
};

}  // namespace

void show_answers(Page& page, const Asked& asked, const content::Answers& answers) {
    Reader{page, asked.words}.all(asked.section.questions, "form." + asked.form.id, answers);
}

}  // namespace parapet::plain
