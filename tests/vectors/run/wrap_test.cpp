#include "crypto/open/wrap.h"
#include "crypto/keys/member_keys.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::wrap_test {

Result<Json> run(const Json& in) {
    TRY(const auto header, verify::EnvelopeHeader::parse(bytes_of(in, "header")));
    TRY(const auto wraps, verify::Wrapset::parse(bytes_of(in, "wrapset")));
    const auto member =
        keys::MemberKeys::derive(keys::KeySeed::copy(fixed_of<Hash>(in, "member_seed").bytes));
    TRY(const keys::Dek dek, open::unwrap(header, wraps, member.seal()));
    return Json{{"dek", hex(dek.reveal())}};
}

TEST_CASE("wraps open for their recipient and their envelope alone") { run_group("wrap", run); }

}  // namespace parapet::vectors::wrap_test
