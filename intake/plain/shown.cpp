// Answers as a person reads them again: each with its question, options in words.
#include "intake/plain/places.h"

namespace parapet::plain {
namespace {

using content::Answer;
using content::Answers;

struct Reader {
    Page& page;
    const Catalogue& words;

    void all(const std::vector<Question>& questions, const std::string& path, const Answers& answers) const {
        for (const Question& question : questions) {
            const auto at = answers.find(question.id);
            if (at == answers.end()) continue;
            const std::string own = path + "." + question.id;
            page.question(words.say(own));
            std::visit([&](const auto& field) { one(field, own, at->second); }, question.field);
        }
    }

private:
    void one(const reporter::ListField& field, const std::string& path, const Answer& answer) const {
        const auto* entries = std::get_if<std::vector<Answers>>(&answer.value);
        for (std::size_t n = 0; entries != nullptr && n < entries->size(); ++n) {
            page.add({"is_shown", {{"text", entry_in_words(words, path, n)}}, {}, {}});
            all(field.of, path, (*entries)[n]);
            page.add({"is_shown_end", {}, {}, {}});
        }
    }
    void one(const reporter::ChoiceField& /*field*/, const std::string& path, const Answer& answer) const {
        page.text(options_in_words(words, path, answer));
    }
    void one(const reporter::DateField& /*field*/, const std::string& /*path*/, const Answer& answer) const {
        page.add({"is_date_said", {{"text", text_of(answer)}}, {}, {}});
    }
    void one(const reporter::TextField& /*field*/, const std::string& /*path*/, const Answer& answer) const {
        page.quoted(text_of(answer));
    }
    void one(const reporter::NoticeField& /*field*/, const std::string& /*path*/,
             const Answer& /*answer*/) const {}

    static std::string text_of(const Answer& answer) {
        const auto* text = std::get_if<std::string>(&answer.value);
        return text == nullptr ? std::string() : *text;
    }
};

}  // namespace

void show_answers(Page& page, const Catalogue& words, const std::string& form,
                  const std::vector<Question>& questions, const content::Answers& answers) {
    Reader{page, words}.all(questions, "form." + form, answers);
}

}  // namespace parapet::plain
