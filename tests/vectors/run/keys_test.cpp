#include "crypto/keys/member_keys.h"
#include "crypto/keys/reporter_keys.h"

#include <catch2/catch_test_macros.hpp>

#include "tests/vectors/run/vectors.h"

namespace parapet::vectors::keys_test {

Result<Json> run(const Json& in) {
    if (in.contains("member_seed")) {
        const auto member =
            keys::MemberKeys::derive(keys::KeySeed::copy(fixed_of<Hash>(in, "member_seed").bytes));
        return Json{{"seal", hex(member.seal().public_key())},
                    {"rid", hex(member.rid())},
                    {"sign", hex(member.signing().public_key())}};
    }
    TRY(const keys::Receipt receipt, keys::Receipt::read(view(in.at("receipt").get<std::string>())));
    const auto mine = keys::ReporterKeys::derive(receipt, fixed_of<DeploymentId>(in, "deployment"));
    return Json{{"box", hex(mine.box().public_key())},
                {"rid", hex(mine.box().rid())},
                {"sign", hex(mine.signing().public_key())},
                {"case", hex(mine.case_id())}};
}

TEST_CASE("receipts and seeds become the keys that the vectors say") { run_group("keys", run); }

}  // namespace parapet::vectors::keys_test
