#include "intake/plain/draft.h"

#include "crypto/content/content.h"

namespace parapet::plain {
namespace {

constexpr const char* kForm = "form";
constexpr const char* kLeftOut = "left_out";
constexpr const char* kValues = "values";
constexpr const char* kCode = "code";

}  // namespace

Result<Draft> Draft::read(const Fields& fields) {
    Draft out;
    out.form = fields.one(kForm);
    out.code = fields.one(kCode);
    for (const std::string& hex : fields.all(kLeftOut)) {
        TRY(const PersonId person, fixed_from_hex<PersonId>(hex));
        out.left_out.insert(person);
    }
    if (fields.has(kValues)) {
        TRY(out.values, content::read_answers(view(fields.one(kValues))));
    }
    return out;
}

Status Draft::write(Page& page) const {
    if (!form.empty()) page.hidden(kForm, form);
    if (!code.empty()) page.hidden(kCode, code);
    for (const PersonId& person : left_out) page.hidden(kLeftOut, to_hex(person));
    if (values.empty()) return Done{};
    TRY(const Plaintext json, content::write_answers(values));
    page.hidden(kValues, std::string(text(json.reveal())));
    return Done{};
}

}  // namespace parapet::plain
