// Fields that the pages of the reviewer service have in common.
#pragma once

#include "crypto/content/fields.h"
#include "reviewer/client/inbox_page.h"

namespace parapet::officer {

// All errors are content_schema, of octets also what from_base64 says, of a leaf what the parser of proofs
// says.
[[nodiscard]] Result<const content::Json*> take_list(content::Fields& fields, std::string_view key);
[[nodiscard]] Result<bool> take_flag(content::Fields& fields, std::string_view key);
[[nodiscard]] Result<Bytes> take_octets(content::Fields& fields, std::string_view key, std::size_t least = 0);
[[nodiscard]] Result<ListedLeaf> take_leaf(content::Fields& in);
[[nodiscard]] Result<verify::TagKey> take_tag_key(content::Fields& in);

}  // namespace parapet::officer
