// Questions as fields.
#include <algorithm>
#include <array>

#include "intake/plain/places.h"
#include "intake/plain/questions.h"

namespace parapet::plain {
namespace {

using reporter::ChoiceField;
using reporter::DateField;
using reporter::ListField;
using reporter::NoticeField;
using reporter::TextField;

class Showing {
public:
    Showing(Page& page, const Asked& asked, const std::vector<FaultAt>& faults)
        : page_(page), asked_(asked), faults_(faults) {}

    void all(const std::vector<Question>& questions, const Spot& at, const Values& values) {
        bool told = false;
        for (const Question& question : questions) {
            if (question.into_identity && met(question.when, values) && !told) {
                tell_of_names();
                told = true;
            }
            if (is_asked(question, values, asked_.names)) one(question, at.inner(question), values);
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
        if (question.required)
            out.flags.insert("required");
        else
            out.texts["optional"] = say("form.optional");
        if (const FaultAt* fault = fault_at(at)) out.texts["fault"] = fault_in_words(asked_, *fault);
        return out;
    }
    [[nodiscard]] const FaultAt* fault_at(const Spot& at) const {
        const auto found = std::ranges::find_if(
            faults_, [&](const FaultAt& fault) { return field_of(fault.place) == at.field; });
        return found == faults_.end() ? nullptr : &*found;
    }

    void put(const NoticeField& /*field*/, const Question& /*question*/, const Spot& at,
             const Values& /*values*/) {
        page_.text(say(at.words), "careful");
    }
    void put(const TextField& field, const Question& question, const Spot& at, const Values& values) {
        Block out = block(field.many_lines ? "is_long" : "is_short", question, at);
        out.texts["value"] = reporter::text_in(values, question.id);
        page_.add(std::move(out));
    }
    void put(const ChoiceField& field, const Question& question, const Spot& at, const Values& values) {
        Block out = block("is_choice", question, at);
        const std::vector<std::string> ticked = ticked_in(field, values, question.id);
        const char* const type = field.many ? "checkbox" : "radio";
        const auto add = [&](const std::string& value, std::string text, bool checked) {
            Block tick{"tick",
                       {{"type", type}, {"name", at.field}, {"value", value}, {"text", std::move(text)}},
                       {},
                       {}};
            if (out.of.empty()) tick.flags.insert("first");
            if (checked) tick.flags.insert("checked");
            if (out.texts.contains("fault")) tick.flags.insert("faulty");
            out.of.push_back(std::move(tick));
        };
        for (const std::string& option : field.options)
            add(option, option_in_words(asked_.words, at.words, option),
                std::ranges::find(ticked, option) != ticked.end());
        // A radio button cannot be taken back by itself; an optional answer can.
        if (!field.many && !question.required) add("", say("form.one.clear"), ticked.empty());
        page_.add(std::move(out));
    }
    void put(const DateField& /*field*/, const Question& question, const Spot& at, const Values& values) {
        Block out = block("is_date", question, at);
        const std::array<std::string, 3> parts = date_parts(reporter::text_in(values, question.id));
        const std::array<const char*, 3> labels{"form.date.year", "form.date.month", "form.date.day"};
        for (std::size_t i = 0; i < 3; ++i) {
            Block part{"part",
                       {{"name", at.field + kDateEnds[i]}, {"text", say(labels[i])}, {"value", parts[i]}},
                       {},
                       {}};
            if (out.texts.contains("fault")) part.flags.insert("faulty");
            out.of.push_back(std::move(part));
        }
        page_.add(std::move(out));
    }
    void put(const ListField& field, const Question& question, const Spot& at, const Values& values) {
        const std::vector<Values> entries = reporter::entries_in(values, question.id);
        page_.heading(say(at.words));
        if (knows(at.words + ".help")) page_.text(say(at.words + ".help"), "help");
        for (std::size_t n = 0; n < entries.size(); ++n) {
            const std::string name = entry_in_words(asked_.words, at.words, n);
            page_.add({"is_entry", {{"text", name}}, {}, {}});
            entry(question, field, at.entry(n), entries[n]);
            if (entries.size() > 1)
                page_.button(asked_.words.say("form.list.remove", {{"name", name}}),
                             "drop:" + question.id + "." + std::to_string(n), "second small");
            page_.add({"is_entry_end", {}, {}, {}});
        }
        if (entries.size() < field.most)
            page_.button(say(at.words + ".add"), "add:" + question.id);
        else
            page_.text(say("form.list.most"), "help");
    }

    // Where an entry has to say something, the rest of it is folded away until it is wanted or was answered.
    void entry(const Question& list, const ListField& field, const Spot& at, const Values& values) {
        std::vector<Question> needed;
        std::vector<Question> rest;
        for (const Question& question : field.of)
            (question.required || !list.required ? needed : rest).push_back(question);
        all(needed, at, values);
        if (rest.empty()) return;
        Block fold{"is_fold", {{"text", say("form.list.more")}}, {}, {}};
        const bool is_faulty = std::ranges::any_of(
            rest, [&](const Question& question) { return fault_at(at.inner(question)) != nullptr; });
        if (is_faulty || !reporter::is_untouched(rest, values)) fold.flags.insert("open");
        page_.add(std::move(fold));
        all(rest, at, values);
        page_.add({"is_fold_end", {}, {}, {}});
    }

    [[nodiscard]] std::string say(const std::string& name) const { return asked_.words.say(name); }
    [[nodiscard]] bool knows(const std::string& name) const { return asked_.words.knows(name); }

    Page& page_;
    const Asked& asked_;
    const std::vector<FaultAt>& faults_;
};

void show_summary(Page& page, const Asked& asked, const std::vector<FaultAt>& faults) {
    Block out{"is_summary", {{"text", asked.words.say("plain.look")}}, {}, {}};
    for (const FaultAt& fault : faults)
        out.of.push_back({"fault",
                          {{"to", first_input_of(asked, fault.place)},
                           {"label", place_in_words(asked, fault.place)},
                           {"text", fault_in_words(asked, fault)}},
                          {},
                          {}});
    page.add(std::move(out));
}

}  // namespace

void show_questions(Page& page, const Asked& asked, const Values& values,
                    const std::vector<FaultAt>& faults) {
    if (!faults.empty()) show_summary(page, asked, faults);
    Showing(page, asked, faults).all(asked.section.questions, top_of(asked), values);
}

}  // namespace parapet::plain
