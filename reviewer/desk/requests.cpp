#include "reviewer/desk/requests.h"

#include "crypto/base/reader.h"
#include "crypto/content/fields.h"
#include "crypto/verify/lengths.h"

namespace parapet::desk {
namespace {

using content::Fields;
using content::kSchemaFault;

constexpr std::size_t kMostPassphrase = 256;
constexpr std::size_t kMostWord = 32;
constexpr std::size_t kMostReason = 8'000;  // so that all reasons are padded alike
constexpr std::uint64_t kLastLeaf = (std::uint64_t{1} << 53) - 1;
constexpr std::uint32_t kMostReplyHead = 64 * 1024;
constexpr std::size_t kMostFileName = 255;
constexpr std::size_t kMostMediaType = 127;

// The view given to `use` lives as long as the call.
template <class Use>
auto with_fields(ByteView json, Use&& use) -> std::invoke_result_t<Use&, Fields&> {
    TRY(const content::Json parsed, content::parse_strict(json));
    TRY(Fields in, Fields::of(parsed));
    auto out = use(in);
    if (out.ok()) TRY_(in.finish());
    return out;
}

Result<content::ReplyType> take_type(Fields& in) {
    TRY(const std::string word, in.text("type", 1, kMostWord));
    const auto type = content::reply_type(word);
    if (!type) return kSchemaFault;
    return *type;
}

Result<content::PublicStatus> take_status(Fields& in) {
    TRY(const std::string word, in.text("status", 1, kMostWord));
    const auto status = content::public_status(word);
    if (!status) return kSchemaFault;
    return *status;
}

Result<std::vector<officer::FileToSend>> take_files(Fields& in) {
    std::vector<officer::FileToSend> out;
    if (!in.has("files")) return out;
    TRY(const content::Json* list, in.take("files"));
    if (!list->is_array() || list->size() > verify::kMaxAttachments) return kSchemaFault;
    for (const content::Json& item : *list) {
        TRY(Fields fields, Fields::of(item));
        officer::FileToSend one;
        TRY(one.name, fields.text("name", 1, kMostFileName));
        TRY(one.type, fields.text("type", 0, kMostMediaType));
        TRY(one.size, fields.number("size", 0, verify::kMaxFile));
        TRY_(fields.finish());
        out.push_back(std::move(one));
    }
    return out;
}

}  // namespace

Status parse_empty(ByteView json) {
    return with_fields(json, [](Fields&) -> Status { return Done{}; });
}

Result<Plaintext> parse_unlock(ByteView json) {
    return with_fields(json, [](Fields& in) -> Result<Plaintext> {
        TRY(const std::string typed, in.text("passphrase", 1, kMostPassphrase));
        return Plaintext::copy(view(typed));
    });
}

Result<ReadRequest> parse_read(ByteView json) {
    return with_fields(json, [](Fields& in) -> Result<ReadRequest> {
        ReadRequest out;
        TRY(out.case_id, in.hex<CaseId>("case"));
        TRY(const std::string purpose, in.text("purpose", 1, kMostWord));
        TRY(out.purpose, verify::parse_purpose(purpose));
        TRY(const content::Json* declared, in.take("no_conflict"));
        if (!declared->is_boolean()) return kSchemaFault;
        if (!declared->get<bool>()) return Error{Code::forbidden, "no declaration of no conflict"};
        return out;
    });
}

Result<AttachmentRequest> parse_attachment(ByteView json) {
    return with_fields(json, [](Fields& in) -> Result<AttachmentRequest> {
        AttachmentRequest out;
        TRY(out.case_id, in.hex<CaseId>("case"));
        TRY(out.env, in.hex<EnvelopeId>("env"));
        return out;
    });
}

Result<ReplyRequest> parse_reply(ByteView json) {
    return with_fields(json, [](Fields& in) -> Result<ReplyRequest> {
        ReplyRequest out;
        TRY(out.case_id, in.hex<CaseId>("case"));
        TRY(out.draft.type, take_type(in));
        TRY(out.draft.status, take_status(in));
        TRY(out.draft.text, in.text("text", 1));
        TRY(out.draft.look_again, in.day("look_again"));
        if (in.has("due")) {
            TRY(out.draft.due, in.day("due"));
        }
        TRY(out.files, take_files(in));
        return out;
    });
}

Result<ReplyRequest> take_reply_head(service::RunReader& in) {
    Fixed<4, struct LengthTag> length;
    TRY_(in.fill(length.bytes));
    Reader reader(length);
    TRY(const std::uint32_t n, reader.take_u32());
    if (n > kMostReplyHead) return Error{Code::too_large, "a reply's words have at most 64 KiB"};
    Bytes json(n);
    TRY_(in.fill(json));
    return parse_reply(json);
}

Result<CaseId> parse_case(ByteView json) {
    return with_fields(json, [](Fields& in) -> Result<CaseId> { return in.hex<CaseId>("case"); });
}

Result<NameAsked> parse_ask_name(ByteView json) {
    return with_fields(json, [](Fields& in) -> Result<NameAsked> {
        NameAsked out;
        TRY(out.case_id, in.hex<CaseId>("case"));
        TRY(const std::uint64_t seq, in.number("message", 0, UINT32_MAX));
        out.seq = static_cast<std::uint32_t>(seq);
        TRY(const std::string purpose, in.text("purpose", 1, kMostWord));
        TRY(out.purpose, verify::parse_purpose(purpose));
        TRY(out.reason, in.text("reason", 1, kMostReason));
        return out;
    });
}

Result<NameRefused> parse_refuse_name(ByteView json) {
    return with_fields(json, [](Fields& in) -> Result<NameRefused> {
        NameRefused out;
        TRY(out.request, in.number("request", 0, kLastLeaf));
        TRY(out.reason, in.text("reason", 1, kMostReason));
        return out;
    });
}

Result<std::uint64_t> parse_name_request(ByteView json) {
    return with_fields(json, [](Fields& in) { return in.number("request", 0, kLastLeaf); });
}

}  // namespace parapet::desk
