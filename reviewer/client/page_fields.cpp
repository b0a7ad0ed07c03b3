#include "reviewer/client/page_fields.h"

namespace parapet::officer {
namespace {

constexpr std::uint64_t kLargestIndex = (std::uint64_t{1} << 53) - 1;

}  // namespace

using content::Fields;
using content::Json;
using content::kSchemaFault;

Result<const Json*> take_list(Fields& fields, std::string_view key) {
    TRY(const Json* list, fields.take(key));
    if (!list->is_array()) return kSchemaFault;
    return list;
}

Result<bool> take_flag(Fields& fields, std::string_view key) {
    TRY(const Json* flag, fields.take(key));
    if (!flag->is_boolean()) return kSchemaFault;
    return flag->get<bool>();
}

Result<Bytes> take_octets(Fields& fields, std::string_view key, std::size_t least) {
    TRY(const std::string text, fields.text(key, least));
    return from_base64(text);
}

Result<ListedLeaf> take_leaf(Fields& in) {
    ListedLeaf out;
    TRY(out.index, in.number("index", 0, kLargestIndex));
    TRY(out.leaf, take_octets(in, "leaf", 1));
    TRY(const Bytes proof, take_octets(in, "proof", 1));
    TRY(out.proof, verify::InclusionProof::parse(proof));
    return out;
}

Result<verify::TagKey> take_tag_key(Fields& in) {
    TRY(const Hash raw, in.hex<Hash>("tag_key"));
    return verify::TagKey::copy(raw.bytes);
}

}  // namespace parapet::officer
