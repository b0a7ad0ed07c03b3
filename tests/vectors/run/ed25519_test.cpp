#include "crypto/verify/ed25519.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::ed25519_test {

Result<Json> run(const Json& in) {
    if (in.contains("enrolled")) {
        TRY_(verify::check_enrolled_key(fixed_of<SignKey>(in, "enrolled")));
        return Json::object();
    }
    if (!verify::verify_ed25519(fixed_of<SignKey>(in, "key"), bytes_of(in, "message"),
                                fixed_of<Signature>(in, "signature")))
        return Error{Code::bad_signature, "refused"};
    return Json::object();
}

TEST_CASE("Ed25519 is as strict as the vectors say") { run_group("ed25519", run); }

}  // namespace parapet::vectors::ed25519_test
