#include "reviewer/client/inbox_page.h"

#include "reviewer/client/page_fields.h"

namespace parapet::officer {
namespace {

using content::Fields;
using content::Json;
using content::kSchemaFault;

constexpr std::uint64_t kLargest = (std::uint64_t{1} << 53) - 1;

Result<std::uint32_t> take_u32(Fields& fields, std::string_view key) {
    TRY(const std::uint64_t n, fields.number(key, 0, UINT32_MAX));
    return static_cast<std::uint32_t>(n);
}

Result<ListedObject> parse_object(const Json& json) {
    TRY(Fields in, Fields::of(json));
    ListedObject out;
    TRY(out.env, in.hex<EnvelopeId>("env"));
    TRY(out.core_hash, in.hex<Hash>("core_hash"));
    TRY(out.core_len, in.number("core_len", 1, kLargest));
    TRY(const std::uint64_t kind, in.number("kind", 1, 6));
    out.kind = static_cast<verify::Kind>(kind);
    TRY(out.seq, take_u32(in, "seq"));
    TRY(out.part, take_u32(in, "part"));
    TRY(out.mine, take_flag(in, "mine"));
    TRY_(in.finish());
    return out;
}

Result<ListedRecord> parse_record(const Json& json) {
    TRY(Fields in, Fields::of(json));
    ListedRecord out;
    TRY(out.leaf, take_leaf(in));
    TRY(const Json* objects, take_list(in, "objects"));
    for (const Json& object : *objects) {
        TRY(const ListedObject one, parse_object(object));
        out.objects.push_back(one);
    }
    TRY_(in.finish());
    if (out.objects.empty()) return kSchemaFault;
    return out;
}

Status parse_records(Fields& in, std::string_view key, std::vector<ListedRecord>& out) {
    TRY(const Json* list, take_list(in, key));
    for (const Json& record : *list) {
        TRY(ListedRecord one, parse_record(record));
        out.push_back(std::move(one));
    }
    return Done{};
}

Result<ListedCase> parse_case(const Json& json) {
    TRY(Fields in, Fields::of(json));
    TRY(const CaseId case_id, in.hex<CaseId>("case"));
    TRY(verify::TagKey tag_key, take_tag_key(in));
    ListedCase out{case_id, std::move(tag_key), 0, 0, {}, {}, {}};
    TRY(out.next_reply, take_u32(in, "next_reply"));
    TRY(out.next_note, take_u32(in, "next_note"));
    TRY(const Json* recused, take_list(in, "recused"));
    for (const Json& item : *recused) {
        TRY(Fields fields, Fields::of(item));
        TRY(ListedLeaf leaf, take_leaf(fields));
        TRY_(fields.finish());
        out.recused.push_back(std::move(leaf));
    }
    TRY_(parse_records(in, "received", out.received));
    TRY_(parse_records(in, "written", out.written));
    TRY_(in.finish());
    return out;
}

}  // namespace

Result<ListedPage> parse_inbox_page(ByteView json) {
    // Not content::parse_strict: an inbox may be larger than a message, and only a Reader-checked form
    // counts.
    const Json parsed = Json::parse(json.begin(), json.end(), nullptr, /*allow_exceptions=*/false);
    if (parsed.is_discarded()) return kSchemaFault;
    TRY(Fields in, Fields::of(parsed));
    ListedPage out;
    TRY(const Json* cases, take_list(in, "cases"));
    for (const Json& item : *cases) {
        TRY(ListedCase one, parse_case(item));
        out.cases.push_back(std::move(one));
    }
    TRY(out.more, take_flag(in, "more"));
    TRY_(in.finish());
    return out;
}

}  // namespace parapet::officer
