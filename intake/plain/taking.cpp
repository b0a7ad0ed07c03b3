// Fields back into answers.
#include <algorithm>
#include <charconv>

#include "intake/client/tidy.h"
#include "intake/plain/digits.h"
#include "intake/plain/places.h"
#include "intake/plain/questions.h"

namespace parapet::plain {
namespace {

using content::Answer;
using reporter::ChoiceField;
using reporter::DateField;
using reporter::ListField;
using reporter::NoticeField;
using reporter::TextField;

// What is no number stays as it was typed, so that it is said to be no date and can be put right.
std::string date_part(const std::string& typed) {
    std::string out = with_latin_digits(reporter::tidy(typed));
    std::ranges::replace(out, '-', '?');  // divides the parts
    return out;
}

Answer date_from(const Fields& came, const std::string& field) {
    std::string out;
    for (const char* end : kDateEnds) {
        const std::string part = date_part(came.one(field + end));
        if (end != kDateEnds[0]) out += '-';
        if (part.size() == 1) out += '0';
        out += part;
    }
    while (!out.empty() && out.back() == '-') out.pop_back();
    return Answer{std::move(out)};
}

void take_all(const std::vector<Question>& questions, const Spot& at, const Fields& came, Values& values);

struct Taking {
    const Question& question;
    const Spot& at;
    const Fields& came;
    Values& values;

    void put(Answer answer) const { values.insert_or_assign(question.id, std::move(answer)); }

    void operator()(const NoticeField& /*field*/) const {}
    void operator()(const TextField& /*field*/) const { put(Answer{came.one(at.field)}); }
    void operator()(const DateField& /*field*/) const { put(date_from(came, at.field)); }
    void operator()(const ChoiceField& field) const {
        std::vector<std::string> out;
        for (const std::string& option : came.all(at.field))
            if (std::ranges::find(field.options, option) != field.options.end()) out.push_back(option);
        if (field.many)
            put(Answer{std::move(out)});
        else
            put(Answer{out.empty() ? std::string() : out.front()});
    }
    void operator()(const ListField& field) const {
        std::vector<Values> entries = reporter::entries_in(values, question.id);
        for (std::size_t n = 0; n < entries.size(); ++n) take_all(field.of, at.entry(n), came, entries[n]);
        put(Answer{std::move(entries)});
    }
};

bool was_on_the_page(const Fields& came, const std::string& field) {
    const std::vector<std::string>& all = came.all(kOnThePage);
    return std::ranges::find(all, field) != all.end();
}

void take_all(const std::vector<Question>& questions, const Spot& at, const Fields& came, Values& values) {
    for (const Question& question : questions) {
        const Spot spot = at.inner(question);
        if (was_on_the_page(came, spot.field))
            std::visit(Taking{question, spot, came, values}, question.field);
    }
}

// Every question that should have been on the page, was.
bool all_shown(const Asked& asked, const std::vector<Question>& questions, const Spot& at, const Fields& came,
               const Values& values) {
    return std::ranges::all_of(questions, [&](const Question& question) {
        if (!is_asked(question, values, asked.names)) return true;
        const Spot spot = at.inner(question);
        if (!was_on_the_page(came, spot.field)) return false;
        const auto* const list = std::get_if<ListField>(&question.field);
        if (list == nullptr) return true;
        const std::vector<Values> entries = reporter::entries_in(values, question.id);
        for (std::size_t n = 0; n < entries.size(); ++n)
            if (!all_shown(asked, list->of, spot.entry(n), came, entries[n])) return false;
        return true;
    });
}

}  // namespace

void take_answers(const Asked& asked, const Fields& came, Values& values) {
    take_all(asked.section.questions, top_of(asked), came, values);
}

bool asks_more(const Asked& asked, const Fields& came, const Values& values) {
    return !all_shown(asked, asked.section.questions, top_of(asked), came, values);
}

bool change_list(const Asked& asked, std::string_view button, Values& values) {
    const bool adds = button.starts_with("add:");
    const bool drops = button.starts_with("drop:");
    if (!adds && !drops) return false;
    button.remove_prefix(button.find(':') + 1);
    const std::string_view id = button.substr(0, button.find('.'));
    const auto question = std::ranges::find(asked.section.questions, id, &Question::id);
    if (question == asked.section.questions.end()) return false;
    const auto* const list = std::get_if<ListField>(&question->field);
    if (list == nullptr) return false;
    std::vector<Values> entries = reporter::entries_in(values, question->id);
    if (adds && entries.size() < list->most) entries.emplace_back();
    if (drops && id.size() < button.size()) {
        const std::string_view number = button.substr(id.size() + 1);
        std::size_t n = entries.size();
        std::from_chars(number.data(), number.data() + number.size(), n);
        if (n < entries.size()) entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(n));
    }
    values.insert_or_assign(question->id, Answer{std::move(entries)});
    return true;
}

}  // namespace parapet::plain
