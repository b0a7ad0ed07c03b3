#include "intake/plain/places.h"

#include <algorithm>
#include <charconv>

namespace parapet::plain {
namespace {

// A place, taken apart against the section's questions.
struct Way {
    const Question* question = nullptr;
    std::string words;
    std::string entry;  // of the list that it stands in, in words
};

Way way_to(const Asked& asked, const std::string& place) {
    Way out{nullptr, top_of(asked).words, ""};
    const std::vector<Question>* questions = &asked.section.questions;
    std::string_view rest = place;
    while (!rest.empty()) {
        const std::string_view part = rest.substr(0, rest.find('.'));
        rest.remove_prefix(std::min(part.size() + 1, rest.size()));
        const auto at = std::ranges::find(*questions, part, &Question::id);
        if (at == questions->end()) return out;
        out.question = &*at;
        out.words += "." + at->id;
        const auto* list = std::get_if<reporter::ListField>(&at->field);
        if (list == nullptr || rest.empty()) return out;
        const std::string_view number = rest.substr(0, rest.find('.'));
        rest.remove_prefix(std::min(number.size() + 1, rest.size()));
        std::size_t n = 0;
        std::from_chars(number.data(), number.data() + number.size(), n);
        out.entry = entry_in_words(asked.words, out.words, n);
        questions = &list->of;
    }
    return out;
}

}  // namespace

std::array<std::string, 3> date_parts(const std::string& date) {
    std::array<std::string, 3> out;
    std::size_t part = 0;
    for (const char c : date) {
        if (c == '-' && part < 2)
            ++part;
        else
            out[part] += c;
    }
    return out;
}

std::string place_in_words(const Asked& asked, const std::string& place) {
    const Way way = way_to(asked, place);
    const std::string own = asked.words.say(way.words);
    return way.entry.empty() ? own : way.entry + " – " + own;
}

std::string first_input_of(const Asked& asked, const std::string& place) {
    const Question* const question = way_to(asked, place).question;
    const bool is_date = question != nullptr && std::holds_alternative<reporter::DateField>(question->field);
    return field_of(place) + (is_date ? kDateEnds[0] : "");
}

std::string fault_in_words(const Asked& asked, const FaultAt& fault) {
    const std::string sentence(sentence_of(fault.fault));
    if (fault.fault != reporter::Fault::alone) return asked.words.say(sentence);
    const Way way = way_to(asked, fault.place);
    const auto* const choice = std::get_if<reporter::ChoiceField>(&way.question->field);
    return asked.words.say(sentence, {{"name", option_in_words(asked.words, way.words, *choice->alone)}});
}

}  // namespace parapet::plain
