#include "crypto/keys/receipt.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::receipt_test {

Result<Json> run(const Json& in) {
    TRY(const keys::Receipt receipt, keys::Receipt::read(bytes_of(in, "typed")));
    return Json{{"digits", text(receipt.reveal())}};
}

TEST_CASE("codes typed in any script are read as the vectors say") { run_group("receipt", run); }

}  // namespace parapet::vectors::receipt_test
