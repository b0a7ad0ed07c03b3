#include "intake/cli/answers_file.h"

#include <algorithm>
#include <cstdio>

#include "crypto/content/fields.h"
#include "intake/cli/compiled_forms.h"
#include "intake/client/answers.h"
#include "intake/client/faults.h"
#include "intake/client/given.h"

namespace parapet::reporter {
namespace {

void print_place(const Voice& voice, const std::string& place, const std::string& sentence) {
    std::fprintf(stderr, "  %s: %s\n", voice.isolated(place).c_str(), sentence.c_str());
}

// "acts.1.when" of these questions.
const Question* question_at(const std::vector<Question>& questions, std::string_view place) {
    const auto end = std::min(place.find('.'), place.size());
    const auto at = std::ranges::find(questions, place.substr(0, end), &Question::id);
    if (at == questions.end() || end == place.size()) return at == questions.end() ? nullptr : &*at;
    const auto* const list = std::get_if<ListField>(&at->field);
    const std::size_t behind_number = place.find('.', end + 1);
    if (list == nullptr || behind_number == std::string_view::npos) return &*at;
    return question_at(list->of, place.substr(behind_number + 1));
}

std::string fault_in_words(const Voice& voice, const Section& section, const FaultAt& fault) {
    const Question* const question = question_at(section.questions, fault.place);
    const auto* const choice = question == nullptr ? nullptr : std::get_if<ChoiceField>(&question->field);
    return voice.say(sentence_of(fault.fault),
                     {{"name", choice == nullptr ? "" : choice->alone.value_or("")}});
}

// A preset that was not answered stands, as it does on a page.
void put_presets(const std::vector<Question>& questions, Values& values) {
    for (const Question& question : questions) {
        const auto* const choice = std::get_if<ChoiceField>(&question.field);
        if (choice == nullptr || !choice->preset || question.into_identity || !met(question.when, values))
            continue;
        if (choice->many)
            values.try_emplace(question.id, content::Answer{std::vector{*choice->preset}});
        else
            values.try_emplace(question.id, content::Answer{*choice->preset});
    }
}

void put_presets(const Questionnaire& form, Values& values) {
    for (const Section& section : form.sections) {
        if (section.part == Part::first) put_presets(section.questions, values);
        for (const Question& question : section.questions) {
            const auto* const list = std::get_if<ListField>(&question.field);
            const auto at = values.find(question.id);
            if (list == nullptr || at == values.end()) continue;
            if (auto* const entries = std::get_if<std::vector<Values>>(&at->second.value))
                for (Values& entry : *entries) put_presets(list->of, entry);
        }
    }
}

// How much was said to be wrong.
std::size_t say_what_is_wrong(const Questionnaire& form, const Values& values, const Voice& voice) {
    std::size_t said = 0;
    for (const StrangeAt& strange : strange_in(form, values)) {
        print_place(voice, strange.place, voice.say(sentence_of(strange.what)));
        ++said;
    }
    for (const Section& section : form.sections) {
        if (section.part == Part::after || !met(section.when, values)) continue;
        if (section.part == Part::later && !section_answered(section, values)) continue;
        for (const FaultAt& fault : faults_in(section.questions, values, Names::none)) {
            print_place(voice, fault.place, fault_in_words(voice, section, fault));
            ++said;
        }
    }
    return said;
}

}  // namespace

Result<Forms> compiled_forms() {
    std::map<std::string, Bytes> files;
    for (const CompiledForm& form : kCompiledForms) {
        const ByteView octets = view(form.json);
        files.emplace(form.file, Bytes(octets.begin(), octets.end()));
    }
    return Forms::parse(files);
}

Result<WrittenAnswers> read_answers_file(const Path& file, const Voice& voice) {
    TRY(const std::string json, read_text(file));
    TRY(const content::Json object, content::parse_strict(view(json)));
    TRY(content::Fields fields, content::Fields::of(object));
    TRY(const std::string id, fields.text("form", 1, 32));
    TRY(const content::Json* given, fields.take("answers"));
    TRY_(fields.finish());
    TRY(Values values, content::read_answers(view(given->dump())));
    TRY(const Forms forms, compiled_forms());
    const Questionnaire* const form = forms.find_offered(id);
    if (form == nullptr) return Error{Code::not_found, "report.answers.no_form"};
    put_presets(*form, values);
    if (say_what_is_wrong(*form, values, voice) > 0) return Error{Code::malformed, "report.answers.unfit"};
    return WrittenAnswers{form->id, form->version, answers_of(*form, values)};
}

}  // namespace parapet::reporter
