#include "crypto/keys/member_keys.h"
#include "crypto/open/escrow.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::share_test {

Result<Json> run(const Json& in) {
    const Json& at = in.at("wrap");
    const verify::ShareWrap wrap{fixed_of<RecipientId>(at, "rid"), fixed_of<verify::ShareBlob>(at, "blob")};
    const auto member =
        keys::MemberKeys::derive(keys::KeySeed::copy(fixed_of<Hash>(in, "member_seed").bytes));
    TRY(const keys::Share share, open::unwrap_share(fixed_of<EnvelopeId>(in, "env"), wrap,
                                                    in.at("index").get<std::uint8_t>(), member.seal()));
    return Json{{"share", hex(share.encode().reveal())}};
}

TEST_CASE("a share opens for its custodian, its envelope and its index alone") { run_group("share", run); }

}  // namespace parapet::vectors::share_test
