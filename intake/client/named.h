// A member of the office as a reporter is told of one: what that person does there, in the reader's own
// language, and the office's label for the seat, which stands in whatever language the office wrote it. The
// twin of intake/web/src/named.ts.
#pragma once

#include "crypto/verify/member.h"
#include "intake/client/catalogue.h"

namespace parapet::reporter {

struct Named {
    std::string role;  // empty where the label says it in the same words
    std::string label;

    // As one text.
    [[nodiscard]] std::string in_words(const Catalogue& words) const;
};

[[nodiscard]] Named named(const Catalogue& words, const verify::Roles& roles, std::string label);
[[nodiscard]] Named named(const Catalogue& words, const verify::Member& member);

}  // namespace parapet::reporter
