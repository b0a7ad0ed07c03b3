#include "crypto/content/strict_json.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::json_test {

Result<Json> run(const Json& in) {
    TRY(const content::Json value, content::parse_strict(bytes_of(in, "json")));
    return Json{{"value", value}};
}

TEST_CASE("JSON is read or refused as the vectors say") { run_group("json", run); }

}  // namespace parapet::vectors::json_test
