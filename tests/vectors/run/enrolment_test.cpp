#include "crypto/verify/enrolment.h"

#include "crypto/verify/ed25519.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::enrolment_test {

Result<Json> run(const Json& in) {
    TRY(const auto enrolment, verify::Enrolment::verify(bytes_of(in, "note")));
    const auto& lines = enrolment.lines();
    return Json{{"person", hex(lines.person)}, {"rid", hex(verify::rid_of(lines.seal_key))},
                {"key", hex(lines.sign_key)},  {"label", lines.label},
                {"day", lines.day.print()},    {"fingerprint", enrolment.fingerprint().print()}};
}

TEST_CASE("enrolments are what the vectors say") { run_group("enrolment", run); }

}  // namespace parapet::vectors::enrolment_test
