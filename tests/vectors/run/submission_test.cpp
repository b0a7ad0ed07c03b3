#include "crypto/verify/submission.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::submission_test {

Result<Json> run(const Json& in) {
    const Bytes bundle = bytes_of(in, "bundle");
    TRY(const auto submission, verify::Submission::verify(bundle, fixed_of<DeploymentId>(in, "deployment")));
    Json objects = Json::array();
    for (const auto& o : submission.objects())
        objects.push_back({{"inline", o.inline_core() != nullptr},
                           {"wraps", o.wraps ? Json(o.wraps->wraps.size()) : Json()}});
    return Json{{"objects", objects}};
}

TEST_CASE("submissions are what the vectors say") { run_group("submission", run); }

}  // namespace parapet::vectors::submission_test
