#include "reviewer/client/names_page.h"

#include "crypto/verify/roster.h"
#include "reviewer/client/page_fields.h"

namespace parapet::officer {
namespace {

using content::Fields;
using content::Json;
using content::kSchemaFault;

constexpr std::size_t kMostOnAPage = 64;

Result<ListedLeaf> take_inner_leaf(Fields& in, std::string_view key) {
    TRY(const Json* object, in.take(key));
    TRY(Fields inner, Fields::of(*object));
    TRY(ListedLeaf out, take_leaf(inner));
    TRY_(inner.finish());
    return out;
}

Result<ListedAnswer> parse_answer(const Json& json) {
    TRY(Fields in, Fields::of(json));
    ListedAnswer out;
    TRY(out.leaf, take_leaf(in));
    TRY(out.core, take_octets(in, "core"));
    TRY(out.wrapset, take_octets(in, "wrapset"));
    TRY_(in.finish());
    return out;
}

Result<ListedRequest> parse_request(const Json& json) {
    TRY(Fields in, Fields::of(json));
    TRY(ListedLeaf leaf, take_leaf(in));
    TRY(ListedLeaf received, take_inner_leaf(in, "received"));
    TRY(const CaseId case_id, in.hex<CaseId>("case"));
    TRY(verify::TagKey tag_key, take_tag_key(in));
    ListedRequest out{std::move(leaf),
                      std::move(received),
                      case_id,
                      std::move(tag_key),
                      {},
                      {},
                      {},
                      0,
                      false,
                      {},
                      {},
                      {},
                      {}};
    TRY(out.env, in.hex<EnvelopeId>("env"));
    TRY(out.core_hash, in.hex<Hash>("core_hash"));
    TRY(out.roster, in.hex<Hash>("roster"));
    TRY(out.quorum, in.number("quorum", 1, verify::kMostEscrow));
    TRY(out.expired, take_flag(in, "expired"));
    TRY(out.core, take_octets(in, "core"));
    TRY(out.wrapset, take_octets(in, "wrapset"));
    TRY(out.share, take_octets(in, "share"));
    TRY(const Json* answers, take_list(in, "answers"));
    for (const Json& item : *answers) {
        TRY(ListedAnswer one, parse_answer(item));
        out.answers.push_back(std::move(one));
    }
    TRY_(in.finish());
    return out;
}

}  // namespace

Result<ListedNames> parse_names_page(ByteView json) {
    const Json parsed = Json::parse(json.begin(), json.end(), nullptr, /*allow_exceptions=*/false);
    if (parsed.is_discarded()) return kSchemaFault;
    TRY(Fields in, Fields::of(parsed));
    ListedNames out;
    TRY(const Json* requests, take_list(in, "requests"));
    if (requests->size() > kMostOnAPage) return kSchemaFault;
    for (const Json& item : *requests) {
        TRY(ListedRequest one, parse_request(item));
        out.requests.push_back(std::move(one));
    }
    TRY(out.next, in.number("next", 0, std::uint64_t{1} << 53));
    TRY_(in.finish());
    return out;
}

}  // namespace parapet::officer
