#include "intake/plain/questions.h"

#include "crypto/verify/custodians.h"

#include <algorithm>
#include <array>

#include "crypto/verify/calendar.h"
#include "intake/client/tidy.h"
#include "intake/plain/digits.h"

namespace parapet::plain {
namespace {

using content::Answer;
using reporter::ChoiceField;
using reporter::DateField;
using reporter::ListField;
using reporter::NoticeField;
using reporter::TextField;

constexpr const char* kOnThePage = "asked";  // hidden: the questions that were shown

// Where a question stands: what its words and its field are called.
struct Spot {
    std::string words;  // "form.misconduct.persons"
    std::string field;  // "q.persons"
    [[nodiscard]] Spot inner(const Question& question) const {
        return {words + "." + question.id, field + "." + question.id};
    }
    [[nodiscard]] Spot entry(std::size_t n) const { return {words, field + "." + std::to_string(n)}; }
};

Spot top(const Asked& asked) { return {"form." + asked.form.id, "q"}; }

bool is_asked(const Asked& asked, const Question& question, const Values& values) {
    return met(question.when, values) && (asked.names == Names::kept || !question.into_identity);
}

const std::string& text_in(const Values& values, const std::string& id) {
    static const std::string nothing;
    const auto at = values.find(id);
    const auto* text = at == values.end() ? nullptr : std::get_if<std::string>(&at->second.value);
    return text == nullptr ? nothing : *text;
}

std::vector<std::string> ticked_in(const ChoiceField& field, const Values& values, const std::string& id) {
    const auto at = values.find(id);
    if (at == values.end()) return field.preset ? std::vector{*field.preset} : std::vector<std::string>{};
    if (const auto* one = std::get_if<std::string>(&at->second.value)) return {*one};
    const auto* many = std::get_if<std::vector<std::string>>(&at->second.value);
    return many == nullptr ? std::vector<std::string>{} : *many;
}

std::vector<Values> entries_in(const Values& values, const std::string& id) {
    const auto at = values.find(id);
    const auto* entries = at == values.end() ? nullptr : std::get_if<std::vector<Values>>(&at->second.value);
    return entries == nullptr || entries->empty() ? std::vector<Values>(1) : *entries;
}

std::string option_words(const Catalogue& words, const std::string& path, const std::string& option) {
    return words.knows(path + "." + option) ? words.say(path + "." + option) : words.say("option." + option);
}

// Year, month, day of what stands in a date; the rest empty.
std::array<std::string, 3> parts_of(const std::string& date) {
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

// ---- showing

class Showing {
public:
    Showing(Page& page, const Asked& asked, const Faults& faults)
        : page_(page), asked_(asked), faults_(faults) {}

    void all(const std::vector<Question>& questions, const Spot& at, const Values& values) {
        bool told = false;
        for (const Question& question : questions) {
            if (is_asked(asked_, question, values)) one(question, at.inner(question), values);
            if (!question.into_identity || !met(question.when, values)) continue;
            if (!told) tell_of_names();
            told = true;
        }
    }

private:
    // Above the questions for a name, or in their place.
    void tell_of_names() {
        if (asked_.names == Names::kept)
            page_.text(say("identity.kept"), "help");
        else
            page_.text(say(asked_.names == Names::lost ? "identity.lost" : "identity.none"), "careful");
    }

    void one(const Question& question, const Spot& at, const Values& values) {
        page_.hidden(kOnThePage, at.field);
        std::visit([&](const auto& field) { put(field, question, at, values); }, question.field);
    }

    // Label, help and fault, the same for every kind of field.
    Block block(const char* kind, const Question& question, const Spot& at) const {
        Block out{kind, {{"label", say(at.words)}, {"name", at.field}}, {}, {}};
        if (knows(at.words + ".help")) out.texts["help"] = say(at.words + ".help");
        if (!question.required) out.texts["optional"] = say("form.optional");
        if (const auto fault = faults_.find(at.field); fault != faults_.end())
            out.texts["fault"] = fault->second;
        return out;
    }

    void put(const NoticeField& /*field*/, const Question& /*question*/, const Spot& at,
             const Values& /*values*/) {
        page_.text(say(at.words), "careful");
    }
    void put(const TextField& field, const Question& question, const Spot& at, const Values& values) {
        Block out = block(field.many_lines ? "is_long" : "is_short", question, at);
        out.texts["value"] = text_in(values, question.id);
        page_.add(std::move(out));
    }
    void put(const ChoiceField& field, const Question& question, const Spot& at, const Values& values) {
        Block out = block("is_choice", question, at);
        const std::vector<std::string> ticked = ticked_in(field, values, question.id);
        for (const std::string& option : field.options) {
            Block tick{field.many ? "checkbox" : "radio",
                       {{"type", field.many ? "checkbox" : "radio"},
                        {"name", at.field},
                        {"value", option},
                        {"text", option_words(asked_.words, at.words, option)}},
                       {},
                       {}};
            if (std::ranges::find(ticked, option) != ticked.end()) tick.flags.insert("checked");
            out.of.push_back(std::move(tick));
        }
        page_.add(std::move(out));
    }
    void put(const DateField& /*field*/, const Question& question, const Spot& at, const Values& values) {
        Block out = block("is_date", question, at);
        const std::array<std::string, 3> parts = parts_of(text_in(values, question.id));
        const std::array<const char*, 3> ends{".y", ".m", ".d"};
        const std::array<const char*, 3> labels{"form.date.year", "form.date.month", "form.date.day"};
        for (std::size_t i = 0; i < 3; ++i)
            out.of.push_back({"part",
                              {{"name", at.field + ends[i]}, {"text", say(labels[i])}, {"value", parts[i]}},
                              {},
                              {}});
        page_.add(std::move(out));
    }
    void put(const ListField& field, const Question& question, const Spot& at, const Values& values) {
        const std::vector<Values> entries = entries_in(values, question.id);
        page_.heading(say(at.words));
        if (knows(at.words + ".help")) page_.text(say(at.words + ".help"), "help");
        if (const auto fault = faults_.find(at.field); fault != faults_.end())
            page_.text(fault->second, "error");
        for (std::size_t n = 0; n < entries.size(); ++n) {
            page_.add({"is_entry",
                       {{"text", asked_.words.say(at.words + ".one", {{"n", std::to_string(n + 1)}})}},
                       {},
                       {}});
            all(field.of, at.entry(n), entries[n]);
            page_.add({"is_entry_end", {}, {}, {}});
        }
        if (entries.size() < field.most)
            page_.button(say(at.words + ".add"), "add:" + question.id);
        else
            page_.text(say("form.list.most"), "help");
    }

    [[nodiscard]] std::string say(const std::string& name) const { return asked_.words.say(name); }
    [[nodiscard]] bool knows(const std::string& name) const { return asked_.words.knows(name); }

    Page& page_;
    const Asked& asked_;
    const Faults& faults_;
};

// ---- reading back

Answer date_from(const Fields& came, const std::string& field) {
    std::string out = latin_digits(came.one(field + ".y"));
    for (const char* end : {".m", ".d"}) {
        std::string part = latin_digits(came.one(field + end));
        if (part.size() == 1) part = "0" + part;
        out += "-" + part;
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
        std::vector<Values> entries = entries_in(values, question.id);
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

// ---- what is wrong

bool is_date(const std::string& said) {
    const std::array<std::string, 3> parts = parts_of(said);
    if (parts[0].size() != 4) return false;
    const std::string whole =
        parts[0] + "-" + (parts[1].empty() ? "01" : parts[1]) + "-" + (parts[2].empty() ? "01" : parts[2]);
    const bool near = parts[0] >= "1950" && parts[0] <= "2100";  // the years of the page with scripts
    return near && (parts[2].empty() || !parts[1].empty()) && verify::Day::parse(whole).ok();
}

class Faulting {
public:
    explicit Faulting(const Asked& asked) : asked_(asked) {}

    void all(const std::vector<Question>& questions, const Spot& at, const Values& values) {
        for (const Question& question : questions)
            if (is_asked(asked_, question, values)) one(question, at.inner(question), values);
    }
    [[nodiscard]] Faults faults() && { return std::move(faults_); }

private:
    void one(const Question& question, const Spot& at, const Values& values) {
        std::visit([&](const auto& field) { look(field, question, at, values); }, question.field);
    }
    void say(const Spot& at, const char* sentence) { faults_.emplace(at.field, asked_.words.say(sentence)); }

    void look(const NoticeField& /*field*/, const Question& /*q*/, const Spot& /*at*/, const Values& /*v*/) {}
    void look(const TextField& field, const Question& question, const Spot& at, const Values& values) {
        const std::string text = reporter::tidy(text_in(values, question.id));
        if (text.empty() && question.required) say(at, "tell.needed");
        if (text.size() > field.max_bytes) say(at, "tell.long");
    }
    void look(const ChoiceField& field, const Question& question, const Spot& at, const Values& values) {
        const std::vector<std::string> ticked = ticked_in(field, values, question.id);
        const bool torn =
            field.alone && ticked.size() > 1 && std::ranges::find(ticked, *field.alone) != ticked.end();
        if (torn) say(at, "form.choose");
        if (ticked.empty() && question.required) say(at, field.many ? "form.tick" : "form.choose");
    }
    void look(const DateField& /*field*/, const Question& question, const Spot& at, const Values& values) {
        const std::string& said = text_in(values, question.id);
        if (said.empty() ? question.required : !is_date(said)) say(at, "form.date.wrong");
    }
    void look(const ListField& field, const Question& question, const Spot& at, const Values& values) {
        const std::vector<Values> entries = entries_in(values, question.id);
        for (std::size_t n = 0; n < entries.size(); ++n)
            if (n == 0 ? question.required || !is_empty(entries[n]) : !is_empty(entries[n]))
                all(field.of, at.entry(n), entries[n]);
    }
    static bool is_empty(const Values& entry) {
        return std::ranges::all_of(entry, [](const auto& one) {
            if (const auto* text = std::get_if<std::string>(&one.second.value))
                return reporter::tidy(*text).empty();
            const auto* ticked = std::get_if<std::vector<std::string>>(&one.second.value);
            return ticked != nullptr && ticked->empty();
        });
    }

    const Asked& asked_;
    Faults faults_;
};

}  // namespace

Names names_of(const verify::Roster& roster, const std::set<PersonId>& left_out) {
    if (verify::keeps_names(roster, left_out)) return Names::kept;
    return verify::keeps_names(roster, {}) ? Names::lost : Names::none;
}

void show_questions(Page& page, const Asked& asked, const Values& values, const Faults& faults) {
    Showing(page, asked, faults).all(asked.section.questions, top(asked), values);
}

void take_answers(const Asked& asked, const Fields& came, Values& values) {
    take_all(asked.section.questions, top(asked), came, values);
}

Faults faults_in(const Asked& asked, const Values& values) {
    Faulting out(asked);
    out.all(asked.section.questions, top(asked), values);
    return std::move(out).faults();
}

bool asks_more(const Asked& asked, const Fields& came, const Values& values) {
    const auto is_new = [&](const std::vector<Question>& questions, const Spot& at, const Values& beside) {
        return std::ranges::any_of(questions, [&](const Question& question) {
            return question.when && is_asked(asked, question, beside) &&
                   !was_on_the_page(came, at.inner(question).field);
        });
    };
    if (is_new(asked.section.questions, top(asked), values)) return true;
    return std::ranges::any_of(asked.section.questions, [&](const Question& question) {
        const auto* list = std::get_if<ListField>(&question.field);
        if (list == nullptr || !is_asked(asked, question, values)) return false;
        const std::vector<Values> entries = entries_in(values, question.id);
        for (std::size_t n = 0; n < entries.size(); ++n)
            if (is_new(list->of, top(asked).inner(question).entry(n), entries[n])) return true;
        return false;
    });
}

bool add_entry(const Asked& asked, std::string_view button, Values& values) {
    constexpr std::string_view kAdd = "add:";
    if (!button.starts_with(kAdd)) return false;
    for (const Question& question : asked.section.questions) {
        const auto* list = std::get_if<ListField>(&question.field);
        if (list == nullptr || question.id != button.substr(kAdd.size())) continue;
        std::vector<Values> entries = entries_in(values, question.id);
        if (entries.size() < list->most) entries.emplace_back();
        values.insert_or_assign(question.id, Answer{std::move(entries)});
        return true;
    }
    return false;
}

}  // namespace parapet::plain
