#include "crypto/content/content.h"
#include "crypto/content/fields.h"
#include "crypto/verify/lengths.h"
#include "crypto/verify/wrapset.h"

namespace parapet::content {
namespace {

constexpr std::size_t kMostPersons = 64;
constexpr std::size_t kMostFileName = 255;
constexpr std::size_t kMostMediaType = 127;
constexpr std::size_t kMostProof = 16 * 1024;  // a reply holds no more

Result<Answers> answers_in(const Json& object);

Result<Answer> read_list(const Json& list) {
    if (!list.empty() && list.front().is_object()) {
        std::vector<Answers> groups;
        for (const Json& item : list) {
            TRY(groups.emplace_back(), answers_in(item));
        }
        return Answer{std::move(groups)};
    }
    std::vector<std::string> choices;
    for (const Json& item : list) {
        TRY(choices.emplace_back(), text_of(item, 0));
    }
    return Answer{std::move(choices)};
}

Result<Answer> read_answer(const Json& value) {
    if (value.is_boolean()) return Answer{value.get<bool>()};
    if (value.is_number_integer()) return Answer{value.get<std::int64_t>()};
    if (value.is_array()) return read_list(value);
    TRY(std::string text, text_of(value, 0));
    return Answer{std::move(text)};
}

Result<Answers> answers_in(const Json& object) {
    if (!object.is_object()) return kSchemaFault;
    Answers out;
    for (const auto& [id, value] : object.items()) {
        if (!is_name(id, 48, /*underscore=*/true)) return kSchemaFault;
        TRY(Answer answer, read_answer(value));
        out.emplace(id, std::move(answer));
    }
    return out;
}

Result<std::set<PersonId>> read_persons(const Json& list) {
    if (!list.is_array() || list.size() > kMostPersons) return kSchemaFault;
    std::set<PersonId> out;
    for (const Json& item : list) {
        TRY(const std::string hex, text_of(item, 2 * PersonId::kSize, 2 * PersonId::kSize));
        const auto person = fixed_from_hex<PersonId>(hex);
        if (!person || (!out.empty() && *person <= *out.rbegin()))
            return kSchemaFault;  // ascending, none twice
        out.insert(*person);
    }
    return out;
}

Result<Attachment> read_attachment(const Json& object) {
    TRY(Fields fields, Fields::of(object));
    TRY(const EnvelopeId env, fields.hex<EnvelopeId>("env"));
    TRY(const std::string key, fields.text("key", 44, 44));
    const auto raw = from_base64(key);
    if (!raw || raw->size() != keys::Dek::kSize) return kSchemaFault;
    TRY(const Hash core_hash, fields.hex<Hash>("core_hash"));
    TRY(const std::uint64_t size, fields.number("size", 0, verify::kMaxFile));
    TRY(std::string name, fields.text("name", 1, kMostFileName));
    TRY(std::string type, fields.text("type", 0, kMostMediaType));
    TRY_(fields.finish());
    return Attachment{env,
                      keys::Dek::copy(ByteView(*raw).first<keys::Dek::kSize>()),
                      core_hash,
                      size,
                      std::move(name),
                      std::move(type)};
}

Result<std::vector<Attachment>> read_attachments(Fields& fields) {
    TRY(const Json* list, fields.take("attachments"));
    if (!list->is_array() || list->size() > verify::kMaxAttachments) return kSchemaFault;
    std::vector<Attachment> out;
    for (const Json& item : *list) {
        TRY(Attachment attachment, read_attachment(item));
        out.push_back(std::move(attachment));
    }
    return out;
}

Result<ShareMark> read_share(const Json& object) {
    TRY(Fields fields, Fields::of(object));
    TRY(const std::uint64_t index, fields.number("i", 1, 255));
    TRY(const Hash hash, fields.hex<Hash>("h"));
    TRY_(fields.finish());
    return ShareMark{static_cast<std::uint8_t>(index), hash};
}

Result<ShareMarks> read_shares(Fields& fields) {
    if (!fields.has("shares")) return ShareMarks();
    TRY(const Json* list, fields.take("shares"));
    if (!list->is_array() || list->size() > verify::kMaxWraps) return kSchemaFault;
    std::vector<ShareMark> out;
    for (const Json& item : *list) {
        TRY(const ShareMark mark, read_share(item));
        if (!out.empty() && out.back().index >= mark.index) return kSchemaFault;  // ascending, none twice
        out.push_back(mark);
    }
    return ShareMarks(std::move(out));
}

Result<Bytes> read_octets(Fields& fields, std::string_view key) {
    TRY(const std::string value, fields.text(key, 1, kMostProof));
    auto octets = from_base64(value);
    return octets.ok() ? std::move(octets) : Result<Bytes>(kSchemaFault);
}

Result<Filed> read_filed(const Json& object) {
    TRY(Fields fields, Fields::of(object));
    TRY(Bytes leaf, read_octets(fields, "leaf"));
    TRY(Bytes proof, read_octets(fields, "proof"));
    TRY(Bytes checkpoint, read_octets(fields, "checkpoint"));
    TRY(const Bytes key, read_octets(fields, "tag_key"));
    if (key.size() != verify::TagKey::kSize) return kSchemaFault;
    TRY_(fields.finish());
    return Filed{std::move(leaf), std::move(proof), std::move(checkpoint),
                 verify::TagKey::copy(ByteView(key).first<verify::TagKey::kSize>())};
}

// "" stands for none.
Result<std::optional<EnvelopeId>> read_env(Fields& fields, std::string_view key) {
    TRY(const std::string value, fields.text(key, 0, 2 * EnvelopeId::kSize));
    if (value.empty()) return std::optional<EnvelopeId>{};
    const auto env = fixed_from_hex<EnvelopeId>(value);
    if (!env) return kSchemaFault;
    return std::optional(*env);
}

}  // namespace

Result<Answers> read_answers(ByteView json) {
    TRY(const Json object, parse_strict(json));
    return answers_in(object);
}

Result<Report> read_report(ByteView json) {
    TRY(const Json object, parse_strict(json));
    TRY(Fields fields, Fields::of(object));
    TRY_(fields.version());
    Report out;
    TRY(out.lang, fields.language());
    TRY(out.box, fields.base64<SealKey>("box"));
    TRY(const Json* form, fields.take("form"));
    TRY(Fields form_fields, Fields::of(*form));
    TRY(out.form_id, form_fields.text("id", 1, 32));
    if (!is_name(out.form_id, 32, /*underscore=*/false)) return kSchemaFault;
    TRY(out.form_version, form_fields.number("version", 1, (std::uint64_t{1} << 53) - 1));
    TRY_(form_fields.finish());
    TRY(const Json* answers, fields.take("answers"));
    TRY(out.answers, answers_in(*answers));
    TRY(const Json* exclude, fields.take("exclude"));
    TRY(out.exclude, read_persons(*exclude));
    TRY(out.attachments, read_attachments(fields));
    TRY(out.shares, read_shares(fields));
    TRY_(fields.finish());
    return out;
}

Result<Message> read_message(ByteView json) {
    TRY(const Json object, parse_strict(json));
    TRY(Fields fields, Fields::of(object));
    TRY_(fields.version());
    Message out;
    TRY(out.lang, fields.language());
    TRY(out.text, fields.text("text", 0));
    if (fields.has("answers")) {
        TRY(const Json* answers, fields.take("answers"));
        TRY(out.answers, answers_in(*answers));
    }
    TRY(out.attachments, read_attachments(fields));
    TRY(out.seen, read_env(fields, "seen"));
    TRY(out.shares, read_shares(fields));
    TRY_(fields.finish());
    return out;
}

Result<Reply> read_reply(ByteView json) {
    TRY(const Json object, parse_strict(json));
    TRY(Fields fields, Fields::of(object));
    TRY_(fields.version());
    Reply out;
    TRY(out.lang, fields.language());
    TRY(const std::string type, fields.text("type", 1, 32));
    TRY(const std::string status, fields.text("status", 1, 32));
    const auto known_type = reply_type(type);
    const auto known_status = public_status(status);
    if (!known_type || !known_status) return kSchemaFault;
    out.type = *known_type;
    out.status = *known_status;
    TRY(out.text, fields.text("text", 0));
    TRY(out.day, fields.day("day"));
    TRY(out.look_again, fields.day("look_again"));
    if (fields.has("due")) {
        TRY(out.due, fields.day("due"));
    }
    TRY(out.prev, read_env(fields, "prev"));
    if (fields.has("recused")) {
        TRY(const Json* recused, fields.take("recused"));
        TRY(out.recused, read_persons(*recused));
    }
    if (fields.has("attachments")) {
        TRY(out.attachments, read_attachments(fields));
    }
    if (fields.has("filed")) {
        TRY(const Json* filed, fields.take("filed"));
        TRY(out.filed, read_filed(*filed));
    }
    TRY_(fields.finish());
    return out;
}

Result<OfficeNote> read_note(ByteView json) {
    TRY(const Json object, parse_strict(json));
    TRY(Fields fields, Fields::of(object));
    TRY_(fields.version());
    OfficeNote out;
    TRY(out.lang, fields.language());
    TRY(out.text, fields.text("text", 0));
    TRY_(fields.finish());
    return out;
}

Result<Identity> read_identity(ByteView json) {
    TRY(const Json object, parse_strict(json));
    TRY(Fields fields, Fields::of(object));
    TRY_(fields.version());
    TRY(const Json* given, fields.take("given"));
    if (!given->is_boolean()) return kSchemaFault;
    Identity out;
    if (given->get<bool>()) {
        GivenIdentity identity;
        TRY(identity.name, fields.text("name", 0));
        TRY(identity.contact, fields.text("contact", 0));
        TRY(const std::string known, fields.text("known", 1, 32));
        const auto to = known_to(known);
        if (!to) return kSchemaFault;
        identity.known = *to;
        out.given = std::move(identity);
    }
    TRY_(fields.finish());
    return out;
}

}  // namespace parapet::content
