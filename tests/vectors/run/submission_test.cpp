#include "crypto/verify/submission.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::submission_test {

Result<Json> run(const Json& in) {
    const Bytes bundle = bytes_of(in, "bundle");
    TRY(const auto submission, verify::Submission::verify(bundle, fixed_of<DeploymentId>(in, "deployment")));
    Json objects = Json::array();
    for (const auto& o : submission.objects()) {
        Json one{{"inline", o.inline_core() != nullptr}};
        if (o.shares)
            one["shares"] = o.shares->wraps.size();
        else
            one["wraps"] = o.wraps ? Json(o.wraps->wraps.size()) : Json();
        objects.push_back(std::move(one));
    }
    return Json{{"objects", objects}};
}

TEST_CASE("submissions are what the vectors say") { run_group("submission", run); }

}  // namespace parapet::vectors::submission_test
