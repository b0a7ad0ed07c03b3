// Requests for confided names as the server sent them (reviewer/API.md): form only, nothing of it believed
// yet.
#pragma once

#include "reviewer/client/inbox_page.h"

namespace parapet::officer {

struct ListedAnswer {
    ListedLeaf leaf;
    Bytes core;  // the reason of a refusal, and my wrap of it; empty of what is not for me
    Bytes wrapset;
};

struct ListedRequest {
    ListedLeaf leaf;
    ListedLeaf received;  // of the message whose identity is asked for
    CaseId case_id;
    verify::TagKey tag_key;
    EnvelopeId env;  // of the identity object
    Hash core_hash;
    Hash roster;  // the one it was split under
    std::uint64_t quorum = 0;
    bool expired = false;
    Bytes core;  // the reason, and my wrap of it
    Bytes wrapset;
    Bytes share;  // my own, if I keep one and may still answer
    std::vector<ListedAnswer> answers;
};

struct ListedNames {
    std::vector<ListedRequest> requests;
    std::uint64_t next = 0;  // ask again for those before this leaf; 0: there are no more
};

// content_schema, and what the parser of proofs says.
[[nodiscard]] Result<ListedNames> parse_names_page(ByteView json);

}  // namespace parapet::officer
