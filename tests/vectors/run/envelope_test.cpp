#include "crypto/open/envelope.h"
#include "crypto/base/hash.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::envelope_test {

keys::Dek dek_of(const Json& in) { return keys::Dek::copy(fixed_of<Hash>(in, "dek").bytes); }

Result<Json> run(const Json& in) {
    TRY(const Plaintext content, open::open_core(bytes_of(in, "core"), dek_of(in)));
    return Json{{"size", content.size()}, {"sha256", hex(sha256(content.reveal()))}};
}

TEST_CASE("envelopes open, or are refused, as the vectors say") { run_group("envelope", run); }

}  // namespace parapet::vectors::envelope_test
