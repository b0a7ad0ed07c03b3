#include "crypto/verify/filing.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::filing_test {

Result<Json> run(const Json& in) {
    const Bytes file = bytes_of(in, "file");
    const Bytes note = bytes_of(in, "root");
    TRY(const auto unverified, verify::UnverifiedRoot::parse(note));
    TRY(const verify::Root root, unverified.verify_configured());
    TRY(const Bytes bundle, verify::read_filing_text(text(file)));
    TRY(const auto parts, verify::FilingParts::parse(bundle));
    CHECK(parts.encode() == bundle);
    TRY(const verify::Filing filing, verify::Filing::verify(parts, root));
    Json objects = Json::array();
    for (const verify::SubmitObject& object : filing.sent.objects) objects.push_back(to_hex(object.env));
    return Json{{"day", filing.day.print()},
                {"index", filing.index},
                {"log_size", filing.log_size},
                {"case", to_hex(filing.sent.case_id)},
                {"objects", objects}};
}

TEST_CASE("proofs of filing are what the vectors say, and are written as they were read") {
    run_group("filing", run);
}

}  // namespace parapet::vectors::filing_test
