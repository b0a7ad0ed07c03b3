#include "crypto/content/content.h"
#include "crypto/content/strict_json.h"
#include "crypto/verify/lengths.h"

namespace parapet::content {
namespace {

using Out = nlohmann::ordered_json;

Out answers_json(const Answers& answers);

Out answer_json(const Answer& answer) {
    if (const auto* groups = std::get_if<std::vector<Answers>>(&answer.value)) {
        Out out = Out::array();
        for (const Answers& group : *groups) out.push_back(answers_json(group));
        return out;
    }
    return std::visit(
        [](const auto& value) -> Out {
            if constexpr (std::is_same_v<std::decay_t<decltype(value)>, std::vector<Answers>>)
                return Out::array();
            else
                return value;
        },
        answer.value);
}

Out answers_json(const Answers& answers) {
    Out out = Out::object();
    for (const auto& [id, answer] : answers) out[id] = answer_json(answer);
    return out;
}

Out persons_json(const std::set<PersonId>& persons) {
    Out out = Out::array();
    for (const PersonId& person : persons) out.push_back(to_hex(person));
    return out;
}

Out attachments_json(const std::vector<Attachment>& attachments) {
    Out out = Out::array();
    for (const Attachment& one : attachments)
        out.push_back({{"env", to_hex(one.env)},
                       {"key", to_base64(one.key.reveal())},
                       {"core_hash", to_hex(one.core_hash)},
                       {"size", one.size},
                       {"name", one.name},
                       {"type", one.type}});
    return out;
}

void add_shares(const ShareMarks& shares, Out& out) {
    if (!shares) return;
    out["shares"] = Out::array();
    for (const ShareMark& mark : *shares)
        out["shares"].push_back({{"i", mark.index}, {"h", to_hex(mark.hash)}});
}

Out filed_json(const Filed& filed) {
    return {{"leaf", to_base64(filed.leaf)},
            {"proof", to_base64(filed.proof)},
            {"checkpoint", to_base64(filed.checkpoint)},
            {"tag_key", to_base64(filed.tag_key.reveal())}};
}

std::string env_text(const std::optional<EnvelopeId>& env) { return env ? to_hex(*env) : std::string(); }

// dump() throws when a text is not UTF-8; that ends here. `read` makes sure that nothing is sealed that
// its reader would refuse.
template <class Read>
Result<Plaintext> finish(const Out& object, Read read) {
    std::string out;
    try {
        out = object.dump();
    } catch (const nlohmann::json::exception&) {
        return Error{Code::content_schema, "a text that is not UTF-8"};
    }
    TRY_(read(view(out)));
    return Plaintext::copy(view(out));
}

}  // namespace

Result<Plaintext> write_answers(const Answers& answers) {
    return finish(answers_json(answers), read_answers);
}

Result<Plaintext> write(const Report& report) {
    Out out{{"v", 1},
            {"lang", report.lang},
            {"box", to_base64(report.box)},
            {"form", {{"id", report.form_id}, {"version", report.form_version}}},
            {"answers", answers_json(report.answers)},
            {"exclude", persons_json(report.exclude)},
            {"attachments", attachments_json(report.attachments)}};
    add_shares(report.shares, out);
    return finish(out, read_report);
}

Result<Plaintext> write(const Message& message) {
    Out out{{"v", 1}, {"lang", message.lang}, {"text", message.text}};
    if (!message.answers.empty()) out["answers"] = answers_json(message.answers);
    out["attachments"] = attachments_json(message.attachments);
    out["seen"] = env_text(message.seen);
    add_shares(message.shares, out);
    return finish(out, read_message);
}

Result<Plaintext> write(const Reply& reply) {
    Out out{{"v", 1},
            {"lang", reply.lang},
            {"type", name_of(reply.type)},
            {"status", name_of(reply.status)},
            {"text", reply.text},
            {"day", reply.day.print()},
            {"look_again", reply.look_again.print()}};
    if (reply.due) out["due"] = reply.due->print();
    out["prev"] = env_text(reply.prev);
    if (!reply.recused.empty()) out["recused"] = persons_json(reply.recused);
    if (!reply.attachments.empty()) out["attachments"] = attachments_json(reply.attachments);
    if (reply.filed) out["filed"] = filed_json(*reply.filed);
    return finish(out, read_reply);
}

Result<Plaintext> write(const OfficeNote& note) {
    return finish(Out{{"v", 1}, {"lang", note.lang}, {"text", note.text}}, read_note);
}

Result<Plaintext> write(const Identity& identity) {
    Out out{{"v", 1}, {"given", identity.given.has_value()}};
    if (identity.given) {
        out["name"] = identity.given->name;
        out["contact"] = identity.given->contact;
        out["known"] = name_of(identity.given->known);
    }
    return finish(out, read_identity);
}

}  // namespace parapet::content
