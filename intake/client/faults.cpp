#include "intake/client/faults.h"

#include <algorithm>
#include <array>

#include "crypto/verify/calendar.h"
#include "intake/client/tidy.h"

namespace parapet::reporter {
namespace {

constexpr std::string_view kEarliestYear = "1950";
constexpr std::string_view kLatestYear = "2100";

// A year, a month or a day of the calendar: its missing parts are put to the first.
bool is_date(std::string_view said) {
    std::string whole(said);
    if (whole.size() == 4) whole += "-01";
    if (whole.size() == 7) whole += "-01";
    const std::string_view year = said.substr(0, 4);
    return year >= kEarliestYear && year <= kLatestYear && verify::Day::parse(whole).ok();
}

bool stands_in_it(const Question& question, const Values& entry);

bool says_anything(const std::vector<Question>& questions, const Values& entry) {
    return std::ranges::any_of(questions,
                               [&](const Question& question) { return stands_in_it(question, entry); });
}

bool stands_in_it(const Question& question, const Values& entry) {
    if (const auto* choice = std::get_if<ChoiceField>(&question.field)) {
        const std::vector<std::string> ticked = ticked_in(*choice, entry, question.id);
        return !ticked.empty() && !(ticked.size() == 1 && choice->preset == ticked.front());
    }
    if (const auto* list = std::get_if<ListField>(&question.field))
        return std::ranges::any_of(entries_in(entry, question.id),
                                   [&](const Values& one) { return says_anything(list->of, one); });
    return !tidy(text_in(entry, question.id)).empty();
}

class Looking {
public:
    explicit Looking(Names names) : names_(names) {}

    void all(const std::vector<Question>& questions, const std::string& where, const Values& values) {
        for (const Question& question : questions) {
            if (!is_asked(question, values, names_)) continue;
            const std::string place = where + question.id;
            std::visit([&](const auto& field) { look(field, question, place, values); }, question.field);
        }
    }
    [[nodiscard]] std::vector<FaultAt> found() && { return std::move(found_); }

private:
    void tell(const std::string& place, Fault fault) { found_.push_back({place, fault}); }

    void look(const NoticeField& /*field*/, const Question& /*question*/, const std::string& /*place*/,
              const Values& /*values*/) {}
    void look(const TextField& field, const Question& question, const std::string& place,
              const Values& values) {
        const std::string text = tidy(text_in(values, question.id));
        if (text.empty() && question.required) tell(place, Fault::needed);
        if (text.size() > field.max_bytes) tell(place, Fault::too_long);
    }
    void look(const DateField& /*field*/, const Question& question, const std::string& place,
              const Values& values) {
        const std::string said = tidy(text_in(values, question.id));
        if (said.empty() && question.required) tell(place, Fault::needed);
        if (!said.empty() && !is_date(said)) tell(place, Fault::wrong_day);
    }
    void look(const ChoiceField& field, const Question& question, const std::string& place,
              const Values& values) {
        const std::vector<std::string> ticked = ticked_in(field, values, question.id);
        if (ticked.empty() && question.required) tell(place, field.many ? Fault::tick : Fault::choose);
        if (field.alone && ticked.size() > 1 && std::ranges::find(ticked, *field.alone) != ticked.end())
            tell(place, Fault::alone);
    }
    void look(const ListField& field, const Question& question, const std::string& place,
              const Values& values) {
        const std::vector<Values> entries = entries_in(values, question.id);
        const bool nothing =
            std::ranges::all_of(entries, [&](const Values& entry) { return is_untouched(field.of, entry); });
        for (std::size_t n = 0; n < entries.size(); ++n)
            if (!is_untouched(field.of, entries[n]) || (nothing && question.required && n == 0))
                all(field.of, place + "." + std::to_string(n) + ".", entries[n]);
    }

    Names names_;
    std::vector<FaultAt> found_;
};

}  // namespace

bool is_untouched(const std::vector<Question>& questions, const Values& entry) {
    return !says_anything(questions, entry);
}

std::vector<FaultAt> faults_in(const std::vector<Question>& questions, const Values& values, Names names) {
    Looking looking(names);
    looking.all(questions, "", values);
    return std::move(looking).found();
}

std::string_view sentence_of(Fault fault) {
    switch (fault) {
        case Fault::needed:
            return "tell.needed";
        case Fault::too_long:
            return "tell.long";
        case Fault::wrong_day:
            return "form.date.wrong";
        case Fault::choose:
            return "form.choose";
        case Fault::tick:
            return "form.tick";
        case Fault::alone:
            return "form.alone";
    }
    return "form.choose";
}

}  // namespace parapet::reporter
