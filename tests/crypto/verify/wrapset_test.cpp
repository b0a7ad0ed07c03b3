#include "crypto/verify/wrapset.h"

#include "tests/crypto/cast.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

namespace parapet::verify::wrapset_test {

Wrapset wraps_for(std::initializer_list<std::string_view> names) {
    Wrapset out{cast::fixed<EnvelopeId>("env"), {}};
    for (const std::string_view name : names)
        out.wraps.push_back({cast::fixed<RecipientId>(name), cast::fixed<WrapBlob>(name)});
    std::ranges::sort(out.wraps, {}, &Wrap::rid);
    return out;
}

TEST_CASE("one member's entry alone still matches what was signed over all of them") {
    const Wrapset all = wraps_for({"clerk", "chief", "reporter"});
    const Digests digests = digests_of(all);
    const auto own = all.only(cast::fixed<RecipientId>("chief"));
    REQUIRE(own.has_value());
    CHECK(own->wraps.size() == 1);
    CHECK(digests.check_contains(own->wraps[0]).ok());
    CHECK(Wrapset::parse(own->encode()).value() == *own);
    CHECK_FALSE(all.only(cast::fixed<RecipientId>("stranger")).has_value());
}

TEST_CASE("a wrap that was changed or moved to another recipient is not in the digests") {
    const Digests digests = digests_of(wraps_for({"clerk", "chief"}));
    Wrap changed = wraps_for({"clerk"}).wraps[0];
    changed.blob.bytes[5] ^= 1;
    CHECK(digests.check_contains(changed).error().code == Code::wraps_hash);
    const Wrap moved{cast::fixed<RecipientId>("chief"), cast::fixed<WrapBlob>("clerk")};
    CHECK(digests.check_contains(moved).error().code == Code::wraps_hash);
    CHECK(digests.check_contains(wraps_for({"stranger"}).wraps[0]).error().code == Code::wraps_hash);
}

TEST_CASE("removing a recipient changes the wraps hash, and removing nobody does not") {
    Wrapset wraps = wraps_for({"clerk", "chief"});
    const Hash before = wraps_hash_of(wraps);
    CHECK_FALSE(wraps.remove(cast::fixed<RecipientId>("stranger")));
    CHECK(wraps_hash_of(wraps) == before);
    CHECK(wraps.remove(cast::fixed<RecipientId>("clerk")));
    CHECK(wraps_hash_of(wraps) != before);
}

}  // namespace parapet::verify::wrapset_test
