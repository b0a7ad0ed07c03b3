#include "crypto/verify/submit.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::submit_test {

Result<Json> run(const Json& in) {
    TRY(const auto submit,
        verify::Submit::verify(bytes_of(in, "note"), fixed_of<DeploymentId>(in, "deployment")));
    const auto note = verify::UnverifiedNote::parse(submit.note()).value();
    CHECK(submit.lines().print() == note.text());
    Json objects = Json::array();
    for (const auto& o : submit.lines().objects)
        objects.push_back({{"env", hex(o.env)},
                           {"core_len", o.core_len},
                           {"core_hash", hex(o.core_hash)},
                           {"wraps_hash", o.wraps_hash ? hex(*o.wraps_hash) : Json()}});
    return Json{
        {"case", hex(submit.lines().case_id)}, {"key", hex(submit.lines().key)}, {"objects", objects}};
}

TEST_CASE("submit notes are what the vectors say, and are printed as they were read") {
    run_group("submit", run);
}

}  // namespace parapet::vectors::submit_test
