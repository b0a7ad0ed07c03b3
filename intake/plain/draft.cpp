#include "intake/plain/draft.h"

#include <charconv>

#include <nlohmann/json.hpp>

namespace parapet::plain {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kForm = "form";
constexpr const char* kLeftOut = "left_out";
constexpr std::string_view kValues = "values.";
constexpr std::string_view kOfCase = "case.";  // before the name of a questionnaire
constexpr const char* kCode = "code";
constexpr const char* kOpened = "opened";
constexpr const char* kUnsent = "unsent";
constexpr const char* kNext = "next";
constexpr const char* kNames = "names";
constexpr const char* kTold = "told";
constexpr const char* kKeep = "keep";
constexpr const char* kSent = "sent";
constexpr unsigned kDeepest = 4;  // lists in lists of a questionnaire

constexpr Error kTorn{Code::malformed, "a draft that is not whole"};

// Unlike what is sealed, a draft has no limits but the form's own: a text that is too long comes back to be
// shortened.
Json json_of(const Values& values) {
    Json out = Json::object();
    for (const auto& [id, answer] : values) {
        if (const auto* text = std::get_if<std::string>(&answer.value)) out[id] = *text;
        if (const auto* ticked = std::get_if<std::vector<std::string>>(&answer.value)) out[id] = *ticked;
        if (const auto* entries = std::get_if<std::vector<Values>>(&answer.value)) {
            Json list = Json::array();
            for (const Values& entry : *entries) list.push_back(json_of(entry));
            out[id] = std::move(list);
        }
    }
    return out;
}

Result<Values> values_in(const Json& object, unsigned depth);

Result<content::Answer> answer_in(const Json& value, unsigned depth) {
    if (value.is_string()) return content::Answer{value.get<std::string>()};
    if (!value.is_array()) return kTorn;
    if (value.empty() || !value.front().is_object()) {
        std::vector<std::string> ticked;
        for (const Json& one : value) {
            if (!one.is_string()) return kTorn;
            ticked.push_back(one.get<std::string>());
        }
        return content::Answer{std::move(ticked)};
    }
    std::vector<Values> entries;
    for (const Json& one : value) {
        TRY(entries.emplace_back(), values_in(one, depth - 1));
    }
    return content::Answer{std::move(entries)};
}

Result<Values> values_in(const Json& object, unsigned depth) {
    if (!object.is_object() || depth == 0) return kTorn;
    Values out;
    for (const auto& [id, value] : object.items()) {
        TRY(content::Answer answer, answer_in(value, depth));
        out.emplace(id, std::move(answer));
    }
    return out;
}

template <class Number>
Result<Number> number_in(std::string_view text) {
    Number out = 0;
    const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (fault != std::errc() || end != text.data() + text.size()) return kTorn;
    return out;
}

// The size, a space, the name.
Result<SentFile> sent_file(std::string_view text) {
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) return kTorn;
    TRY(const std::uint64_t size, number_in<std::uint64_t>(text.substr(0, space)));
    return SentFile{std::string(text.substr(space + 1)), size};
}

Result<std::set<PersonId>> people_in(const std::vector<std::string>& all) {
    std::set<PersonId> out;
    for (const std::string& hex : all) {
        TRY(const PersonId person, fixed_from_hex<PersonId>(hex));
        out.insert(person);
    }
    return out;
}

}  // namespace

std::string Draft::key() const { return std::string(names ? kOfCase : "") + form; }

void Draft::forget_additions() {
    std::erase_if(written, [](const auto& one) { return one.first.starts_with(kOfCase); });
    unsent.clear();
    next.reset();
    recusal = {};
}

void Draft::make_additions_of_report() {
    if (!names) written.insert_or_assign(std::string(kOfCase) + form, values());
}

const Values& Draft::values() const {
    static const Values kNone;
    const auto at = written.find(key());
    return at == written.end() ? kNone : at->second;
}

Result<Draft> Draft::read(const Fields& fields) {
    Draft out;
    out.form = fields.one(kForm);
    out.code = fields.one(kCode);
    out.opened = fields.one(kOpened);
    out.unsent = fields.one(kUnsent);
    TRY(out.left_out, people_in(fields.all(kLeftOut)));
    TRY(out.recusal.told, people_in(fields.all(kTold)));
    out.recusal.keep = fields.has(kKeep);
    for (const auto& [name, all] : fields.list()) {
        if (!name.starts_with(kValues)) continue;
        const Json object = Json::parse(all.front(), nullptr, /*allow_exceptions=*/false);
        TRY(out.written[name.substr(kValues.size())], values_in(object, kDeepest));
    }
    if (fields.has(kNext)) {
        TRY(out.next, number_in<std::uint32_t>(fields.one(kNext)));
    }
    if (fields.has(kNames)) {
        TRY(const auto names, number_in<std::uint32_t>(fields.one(kNames)));
        if (names > static_cast<std::uint32_t>(reporter::Names::kept)) return kTorn;
        out.names = static_cast<reporter::Names>(names);
    }
    for (const std::string& one : fields.all(kSent)) {
        TRY(out.sent.emplace_back(), sent_file(one));
    }
    return out;
}

void Draft::write(Page& page) const {
    if (!form.empty()) page.hidden(kForm, form);
    if (!code.empty()) page.hidden(kCode, code);
    if (!opened.empty()) page.hidden(kOpened, opened);
    if (!unsent.empty()) page.hidden(kUnsent, unsent);
    for (const PersonId& person : left_out) page.hidden(kLeftOut, to_hex(person));
    for (const auto& [name, values] : written)
        if (!values.empty())
            page.hidden(std::string(kValues) + name,
                        json_of(values).dump(-1, ' ', false, Json::error_handler_t::replace));
    if (next) page.hidden(kNext, std::to_string(*next));
    if (names) page.hidden(kNames, std::to_string(static_cast<unsigned>(*names)));
    for (const PersonId& person : recusal.told) page.hidden(kTold, to_hex(person));
    if (recusal.keep) page.hidden(kKeep, "1");
    for (const SentFile& file : sent) page.hidden(kSent, std::to_string(file.size) + " " + file.name);
}

}  // namespace parapet::plain
