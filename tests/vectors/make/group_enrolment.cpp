// enrolment: {note} -> {person, rid, key, label, day, fingerprint}.
#include "crypto/verify/enrolment.h"

#include "crypto/verify/ed25519.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_enrolment {

verify::EnrolmentLines lines() {
    const auto member = cast::member("newcomer", {verify::Role::officer}, 1);
    return {member.person, member.seal_key, member.sign_key, "an ethics officer",
            verify::Day::parse("2026-11-23").value()};
}

Json in(std::string_view text, std::string_view name, const sign::SigningKey& key) {
    return {{"note", octets(sign::sign_note(text, name, key))}};
}

void write_enrolment(VectorFolder& out) {
    const auto good = lines();
    const std::string text = good.print();
    const std::string name = good.signer().name;
    const auto keys = cast::member_keys("newcomer");
    const Json note = in(text, name, keys.sign_key);
    out.ok("plain", "A newcomer's keys, signed by the newcomer.", note,
           {{"person", hex(good.person)},
            {"rid", hex(verify::rid_of(good.seal_key))},
            {"key", hex(good.sign_key)},
            {"label", good.label},
            {"day", good.day.print()},
            {"fingerprint", verify::Enrolment::verify(sign::sign_note(text, name, keys.sign_key))
                                .value()
                                .fingerprint()
                                .print()}});
    out.refused("signed-by-another-key", "No proof that the newcomer holds the key.",
                in(text, name, cast::signing_key("stranger")), Code::unknown_signer);
    out.refused("signed-under-another-name", "The name is the rid.", in(text, "newcomer", keys.sign_key),
                Code::unknown_signer);
    out.refused("label-changed", "Another label than was signed.",
                {{"note", octets(cast::replaced(
                              std::string(parapet::text(sign::sign_note(text, name, keys.sign_key))),
                              "an ethics officer", "the chief"))}},
                Code::bad_signature);
    Bytes two = sign::sign_note(text, name, keys.sign_key);
    two = sign::add_signature(two, "root-1", cast::signing_key("root-1")).value();
    out.refused("two-signatures", "Exactly one.", {{"note", octets(two)}}, Code::too_many_signatures);
    out.refused("another-type", "A member line is no enrolment.",
                in(cast::replaced(text, "parapet-enrol/1", "parapet-roster/1"), name, keys.sign_key),
                Code::wrong_type);
    out.refused("no-day", "A line is missing.",
                in(cast::replaced(text, "day 2026-11-23\n", ""), name, keys.sign_key), Code::malformed);
    auto small = good;
    small.sign_key = SignKey{};
    small.sign_key.bytes[0] = 1;
    out.refused("sign-key-of-small-order", "The identity.", in(small.print(), name, keys.sign_key),
                Code::bad_key);
}

const Registered kRegistered{"enrolment", write_enrolment};

}  // namespace parapet::vectors::group_enrolment
