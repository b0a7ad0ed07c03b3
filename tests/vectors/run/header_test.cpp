#include "crypto/verify/header.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::header_test {

Result<Json> run(const Json& in) {
    const Bytes raw = bytes_of(in, "header");
    TRY(const verify::EnvelopeHeader h, verify::EnvelopeHeader::parse(raw));
    CHECK(h.encode() == raw);
    return Json{{"kind", static_cast<int>(h.kind)},
                {"author", static_cast<int>(h.author)},
                {"deployment", hex(h.deployment)},
                {"case", hex(h.case_id)},
                {"seq", h.seq},
                {"part", h.part},
                {"roster_hash", hex(h.roster_hash)},
                {"com", hex(h.com)},
                {"env_id", hex(h.env_id())}};
}

TEST_CASE("headers are what the vectors say, and are written as they were read") { run_group("header", run); }

}  // namespace parapet::vectors::header_test
