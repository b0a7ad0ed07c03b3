#include "crypto/verify/bundle.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::bundle_test {

Result<Json> run(const Json& in) {
    const Bytes raw = bytes_of(in, "bundle");
    TRY(const auto records, verify::parse_bundle(raw));
    Json out = Json::array();
    verify::BundleWriter again;
    for (const verify::Record& r : records) {
        out.push_back({{"type", static_cast<int>(r.type)}, {"bytes", hex(r.bytes)}});
        again.add(r.type, r.bytes);
    }
    CHECK(again.finish() == raw);
    return Json{{"records", out}};
}

TEST_CASE("bundles are what the vectors say, and are written as they were read") { run_group("bundle", run); }

}  // namespace parapet::vectors::bundle_test
