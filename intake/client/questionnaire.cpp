#include "intake/client/questionnaire.h"

#include <algorithm>

#include "crypto/content/fields.h"

namespace parapet::reporter {
namespace {

using content::Fields;
using content::Json;
using content::kSchemaFault;

constexpr std::size_t kDeepest = 16;  // a condition of a question in a list stands nine deep
constexpr std::size_t kMostItems = 40;
constexpr std::size_t kMostQuestionsInList = 20;
constexpr std::uint64_t kMostEntries = 50;
constexpr std::uint64_t kMostTextBytes = 262144;

// Words of the catalogue stand beside a question's own under these names.
bool is_taken(std::string_view id) {
    return id == "section" || id == "lead" || id == "help" || id == "one" || id == "add";
}

Result<std::string> read_id(const Json& value) {
    TRY(std::string id, content::text_of(value, 1, 48));
    if (!content::is_name(id, 48, /*underscore=*/true) || is_taken(id)) return kSchemaFault;
    return id;
}

Result<std::string> take_id(Fields& fields, std::string_view key) {
    TRY(const Json* value, fields.take(key));
    return read_id(*value);
}

Result<const Json*> take_items(Fields& fields, std::string_view key, std::size_t most) {
    TRY(const Json* list, fields.take(key));
    if (!list->is_array() || list->empty() || list->size() > most) return kSchemaFault;
    return list;
}

Result<std::vector<std::string>> take_options(Fields& fields, std::string_view key) {
    TRY(const Json* list, take_items(fields, key, kMostItems));
    std::vector<std::string> out;
    for (const Json& item : *list) {
        TRY(std::string id, read_id(item));
        if (std::ranges::find(out, id) != out.end()) return kSchemaFault;
        out.push_back(std::move(id));
    }
    return out;
}

Result<std::optional<Condition>> take_condition(Fields& fields) {
    if (!fields.has("when")) return std::optional<Condition>{};
    TRY(const Json* object, fields.take("when"));
    TRY(Fields inner, Fields::of(*object));
    Condition out;
    TRY(out.question, take_id(inner, "question"));
    TRY(out.is, take_options(inner, "is"));
    TRY_(inner.finish());
    return std::optional(std::move(out));
}

// Only ever true: what is not required does not say so.
Result<bool> take_required(Fields& fields) {
    if (!fields.has("required")) return false;
    TRY(const Json* value, fields.take("required"));
    if (*value != true) return kSchemaFault;
    return true;
}

Result<bool> take_into_identity(Fields& fields) {
    if (!fields.has("into")) return false;
    TRY(const std::string into, fields.text("into", 1, 48));
    if (into != "identity") return kSchemaFault;
    return true;
}

Result<TextField> take_text(Fields& fields, bool many_lines) {
    TextField out;
    out.many_lines = many_lines;
    TRY(out.max_bytes, fields.number("max_bytes", 1, kMostTextBytes));
    // Labels that the page with scripts offers beside the field: what is typed is the answer everywhere.
    if (fields.has("suggest")) {
        TRY(const std::string suggest, fields.text("suggest", 1, 48));
        if (suggest != "handlers") return kSchemaFault;
    }
    return out;
}

// An option named elsewhere in the question.
Result<std::optional<std::string>> take_one_of(Fields& fields, std::string_view key,
                                               const std::vector<std::string>& options) {
    if (!fields.has(key)) return std::optional<std::string>{};
    TRY(std::string id, take_id(fields, key));
    if (std::ranges::find(options, id) == options.end()) return kSchemaFault;
    return std::optional(std::move(id));
}

Result<ChoiceField> take_choice(Fields& fields, bool many) {
    ChoiceField out;
    out.many = many;
    TRY(out.options, take_options(fields, "options"));
    TRY(out.preset, take_one_of(fields, "preset", out.options));
    if (many) {
        TRY(out.alone, take_one_of(fields, "alone", out.options));
    }
    return out;
}

Result<std::vector<Question>> take_questions(Fields& fields, std::string_view key, std::size_t most);

Result<ListField> take_list(Fields& fields) {
    ListField out;
    TRY(out.most, fields.number("most", 1, kMostEntries));
    TRY(out.of, take_questions(fields, "of", kMostQuestionsInList));
    return out;
}

Status take_field(Fields& fields, Question& out) {
    TRY(const std::string type, fields.text("type", 1, 16));
    if (type == "notice") return Done{};
    TRY(out.required, take_required(fields));
    if (type == "short" || type == "long" || type == "one") {
        TRY(out.into_identity, take_into_identity(fields));
    }
    if (type == "short" || type == "long") {
        TRY(out.field, take_text(fields, type == "long"));
    } else if (type == "one" || type == "many") {
        TRY(out.field, take_choice(fields, type == "many"));
    } else if (type == "date") {
        out.field = DateField{};
    } else if (type == "list") {
        TRY(out.field, take_list(fields));
    } else {
        return kSchemaFault;
    }
    return Done{};
}

Result<Question> read_question(const Json& object) {
    TRY(Fields fields, Fields::of(object));
    Question out;
    TRY(out.id, take_id(fields, "id"));
    TRY(out.when, take_condition(fields));
    TRY_(take_field(fields, out));
    TRY_(fields.finish());
    return out;
}

bool names_what_is_there(const std::optional<Condition>& when, const std::vector<Question>& beside) {
    if (!when) return true;
    const auto at = std::ranges::find(beside, when->question, &Question::id);
    if (at == beside.end()) return false;
    const auto* choice = std::get_if<ChoiceField>(&at->field);
    return choice != nullptr && std::ranges::all_of(when->is, [&](const std::string& option) {
               return std::ranges::find(choice->options, option) != choice->options.end();
           });
}

// Questions that stand beside each other: a list's, or all of the form outside lists.
Status check_together(const std::vector<Question>& questions) {
    for (auto at = questions.begin(); at != questions.end(); ++at) {
        if (std::find_if(questions.begin(), at, [&](const Question& one) { return one.id == at->id; }) != at)
            return kSchemaFault;
        if (!names_what_is_there(at->when, questions)) return kSchemaFault;
    }
    return Done{};
}

Result<std::vector<Question>> take_questions(Fields& fields, std::string_view key, std::size_t most) {
    TRY(const Json* list, take_items(fields, key, most));
    std::vector<Question> out;
    for (const Json& item : *list) {
        TRY(Question question, read_question(item));
        if (const auto* entries = std::get_if<ListField>(&question.field)) TRY_(check_together(entries->of));
        out.push_back(std::move(question));
    }
    return out;
}

Result<Offer> take_offer(Fields& fields) {
    if (!fields.has("offer")) return Offer::always;
    TRY(const std::string name, fields.text("offer", 1, 16));
    if (name == "long-silence") return Offer::long_silence;
    if (name == "decision") return Offer::decision;
    return kSchemaFault;
}

Result<bool> take_to_alternates(Fields& fields) {
    if (!fields.has("to")) return false;
    TRY(const std::string name, fields.text("to", 1, 16));
    if (name != "alternates") return kSchemaFault;
    return true;
}

// The form that goes on where this one ends; whoever shows it looks it up.
Result<std::optional<FormName>> take_after(Fields& fields) {
    if (!fields.has("after")) return std::optional<FormName>{};
    TRY(const Json* value, fields.take("after"));
    TRY(Fields inner, Fields::of(*value));
    FormName out;
    TRY(out.id, inner.text("id", 1, 32));
    if (!content::is_name(out.id, 32, /*underscore=*/false)) return kSchemaFault;
    TRY(out.version, inner.number("version", 1, (std::uint64_t{1} << 53) - 1));
    TRY_(inner.finish());
    return std::optional(std::move(out));
}

Result<Section> read_section(const Json& object) {
    TRY(Fields fields, Fields::of(object));
    Section out;
    TRY(out.id, take_id(fields, "id"));
    TRY(const std::string part, fields.text("part", 1, 16));
    if (part == "first")
        out.part = Part::first;
    else if (part == "later")
        out.part = Part::later;
    else if (part == "after")
        out.part = Part::after;
    else
        return kSchemaFault;
    TRY(out.offer, take_offer(fields));
    TRY(out.to_alternates, take_to_alternates(fields));
    TRY(out.when, take_condition(fields));
    TRY(out.questions, take_questions(fields, "questions", kMostItems));
    TRY_(fields.finish());
    return out;
}

Status check_whole(const Questionnaire& form) {
    std::vector<Question> all;
    for (auto at = form.sections.begin(); at != form.sections.end(); ++at) {
        if (std::find_if(form.sections.begin(), at, [&](const Section& one) { return one.id == at->id; }) !=
            at)
            return kSchemaFault;
        all.insert(all.end(), at->questions.begin(), at->questions.end());
    }
    for (const Section& section : form.sections)
        if (!names_what_is_there(section.when, all)) return kSchemaFault;
    return check_together(all);
}

}  // namespace

Result<Questionnaire> Questionnaire::parse(ByteView json) {
    TRY(const Json object, content::parse_strict(json, kDeepest));
    TRY(Fields fields, Fields::of(object));
    Questionnaire out;
    TRY(out.id, fields.text("id", 1, 32));
    if (!content::is_name(out.id, 32, /*underscore=*/false)) return kSchemaFault;
    TRY(out.version, fields.number("version", 1, (std::uint64_t{1} << 53) - 1));
    TRY(out.after, take_after(fields));
    TRY(const Json* sections, take_items(fields, "sections", kMostItems));
    for (const Json& item : *sections) {
        TRY(Section section, read_section(item));
        out.sections.push_back(std::move(section));
    }
    TRY_(fields.finish());
    TRY_(check_whole(out));
    return out;
}

bool met(const std::optional<Condition>& condition, const Values& values) {
    if (!condition) return true;
    const auto at = values.find(condition->question);
    if (at == values.end()) return false;
    const auto counts = [&](const std::string& given) {
        return std::ranges::find(condition->is, given) != condition->is.end();
    };
    if (const auto* one = std::get_if<std::string>(&at->second.value)) return counts(*one);
    const auto* ticked = std::get_if<std::vector<std::string>>(&at->second.value);
    return ticked != nullptr && std::ranges::any_of(*ticked, counts);
}

}  // namespace parapet::reporter
