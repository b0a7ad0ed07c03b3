// The inbox page as the server sent it (reviewer/API.md): form only, nothing of it believed yet.
#pragma once

#include "crypto/verify/bundle.h"
#include "crypto/verify/calendar.h"
#include "crypto/verify/lengths.h"
#include "crypto/verify/proof.h"
#include "crypto/verify/tags.h"

namespace parapet::officer {

struct ListedObject {
    EnvelopeId env;
    Hash core_hash;
    std::uint64_t core_len = 0;
    verify::Kind kind = verify::Kind::report;
    std::uint32_t seq = 0;
    std::uint32_t part = 0;
    bool mine = false;  // the server holds a wrap for this officer
};

struct ListedLeaf {
    std::uint64_t index = 0;
    Bytes leaf;
    verify::InclusionProof proof;
};

struct ListedRecord {
    ListedLeaf leaf;
    std::vector<ListedObject> objects;
};

struct ListedCase {
    CaseId case_id;
    verify::TagKey tag_key;
    std::uint32_t next_reply = 0;
    std::uint32_t next_note = 0;
    std::vector<ListedLeaf> recused;
    std::vector<ListedRecord> received;
    std::vector<ListedRecord> written;
};

struct ListedPage {
    std::vector<ListedCase> cases;
    bool more = false;
};

// content_schema, and what the parsers of proofs say.
[[nodiscard]] Result<ListedPage> parse_inbox_page(ByteView json);

}  // namespace parapet::officer
