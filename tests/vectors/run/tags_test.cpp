#include "crypto/verify/tags.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::tags_test {

Result<Json> run(const Json& in) {
    const auto secret = verify::CaseSecret::copy(fixed_of<Hash>(in, "case_secret").bytes);
    const auto key = verify::tag_key_of(secret);
    return Json{{"tag_key", hex(key.reveal())},
                {"store_key", hex(verify::store_key_of(secret).reveal())},
                {"ctag", hex(verify::case_tag(key, fixed_of<CaseId>(in, "case")))},
                {"otag", hex(verify::object_tag(key, fixed_of<EnvelopeId>(in, "env"),
                                                fixed_of<Hash>(in, "core_hash")))},
                {"tagkey", hex(verify::tag_key_hash(key))}};
}

TEST_CASE("tags are what the vectors say") { run_group("tags", run); }

}  // namespace parapet::vectors::tags_test
