#include "intake/client/forms.h"

#include <algorithm>

#include "crypto/content/fields.h"

namespace parapet::reporter {
namespace {

using content::Fields;
using content::Json;
using content::kSchemaFault;

constexpr std::string_view kList = "offered.json";

// "misconduct.1.json": an id, a version. Other files of the folder are none of them.
bool is_form(std::string_view file) {
    if (!file.ends_with(".json")) return false;
    file.remove_suffix(5);
    const std::size_t dot = file.rfind('.');
    return dot != std::string_view::npos &&
           std::ranges::all_of(file.substr(dot + 1), [](char c) { return c >= '0' && c <= '9'; });
}

Result<std::vector<std::string>> parse_offered(ByteView json) {
    TRY(const Json object, content::parse_strict(json));
    TRY(Fields fields, Fields::of(object));
    TRY(const Json* list, fields.take("forms"));
    TRY_(fields.finish());
    if (!list->is_array() || list->empty()) return kSchemaFault;
    std::vector<std::string> out;
    for (const Json& item : *list) {
        TRY(Fields one, Fields::of(item));
        FormName name;
        TRY(name.id, one.text("id", 1, 32));
        TRY(name.version, one.number("version", 1, (std::uint64_t{1} << 53) - 1));
        TRY_(one.finish());
        out.push_back(name.print());
    }
    return out;
}

}  // namespace

Result<Forms> Forms::parse(const std::map<std::string, Bytes>& files) {
    Forms out;
    for (const auto& [file, octets] : files) {
        if (file == kList) {
            TRY(out.offered, parse_offered(octets));
            continue;
        }
        if (!is_form(file)) continue;
        TRY(Questionnaire form, Questionnaire::parse(octets));
        std::string name = form.name().print();
        if (file != name + ".json") return Error{Code::content_schema, "a form under another form's name"};
        out.all.emplace(std::move(name), std::move(form));
    }
    const auto is_there = [&](const std::string& name) { return out.find(name) != nullptr; };
    if (out.offered.empty() || !std::ranges::all_of(out.offered, is_there))
        return Error{Code::content_schema, "the list of the forms offered"};
    return out;
}

const Questionnaire* Forms::find(std::string_view name) const {
    const auto at = all.find(name);
    return at == all.end() ? nullptr : &at->second;
}

const Questionnaire* Forms::find_offered(std::string_view id) const {
    for (const std::string& name : offered)
        if (const Questionnaire* form = find(name); form != nullptr && form->id == id) return form;
    return nullptr;
}

}  // namespace parapet::reporter
