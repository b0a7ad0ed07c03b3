// keys: {receipt, deployment} -> {box, rid, sign, case}; {member_seed} -> {seal, rid, sign}.
#include "crypto/keys/member_keys.h"
#include "crypto/keys/reporter_keys.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_keys {

void write_keys(VectorFolder& out) {
    for (const char* name : {"receipt", "another receipt"}) {
        cast::FixedRandom random(name);
        const keys::Receipt receipt = keys::Receipt::generate(random);
        const auto keys = keys::ReporterKeys::derive(receipt, cast::deployment());
        out.ok(name == std::string_view("receipt") ? "of-a-receipt" : "of-another-receipt",
               "All a reporter has becomes a box, a signing key and a case.",
               {{"receipt", std::string(text(receipt.reveal()))}, {"deployment", hex(cast::deployment())}},
               {{"box", hex(keys.box().public_key())},
                {"rid", hex(keys.box().rid())},
                {"sign", hex(keys.signing().public_key())},
                {"case", hex(keys.case_id())}});
    }
    cast::FixedRandom random("receipt");
    const keys::Receipt receipt = keys::Receipt::generate(random);
    const auto elsewhere = cast::fixed<DeploymentId>("another deployment");
    const auto keys = keys::ReporterKeys::derive(receipt, elsewhere);
    out.ok("of-a-receipt-elsewhere", "Another deployment gives other keys and another case.",
           {{"receipt", std::string(text(receipt.reveal()))}, {"deployment", hex(elsewhere)}},
           {{"box", hex(keys.box().public_key())},
            {"rid", hex(keys.box().rid())},
            {"sign", hex(keys.signing().public_key())},
            {"case", hex(keys.case_id())}});
    const Hash seed = cast::seed_of("clerk");
    const auto member = keys::MemberKeys::derive(keys::KeySeed::copy(seed.bytes));
    out.ok("of-a-member", "One seed, two key pairs.", {{"member_seed", hex(seed)}},
           {{"seal", hex(member.seal().public_key())},
            {"rid", hex(member.rid())},
            {"sign", hex(member.signing().public_key())}});
}

const Registered kRegistered{"keys", write_keys};

}  // namespace parapet::vectors::group_keys
