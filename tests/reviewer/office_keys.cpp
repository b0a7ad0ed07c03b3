#include "tests/reviewer/office_keys.h"

#include "crypto/sign/sign_note.h"
#include "crypto/verify/ed25519.h"

namespace parapet::reviewer::testing {
namespace {

constexpr std::string_view kOrigin = "https://office.example";

template <class S>
S secret_of(std::uint8_t seed) {
    return S::make([&](MutableBytes out) { std::ranges::fill(out, seed); });
}

verify::Member member_of(const Seat& seat) {
    const keys::MemberKeys keys = member_keys(seat.seed);
    verify::Member out;
    out.person = person_id(seat.person == 0 ? seat.seed : seat.person);
    out.rid = keys.rid();
    out.roles = seat.roles;
    out.state = seat.state;
    out.index = seat.seed;
    out.seal_key = keys.seal().public_key();
    out.sign_key = keys.signing().public_key();
    out.label = "procurement desk " + std::to_string(seat.seed);
    return out;
}

}  // namespace

sign::SigningKey signing_key(std::uint8_t seed) {
    return sign::SigningKey::from_seed(secret_of<sign::SignSeed>(seed));
}

keys::MemberKeys member_keys(std::uint8_t seed) {
    return keys::MemberKeys::derive(secret_of<keys::KeySeed>(seed));
}

DeploymentId deployment_id() {
    DeploymentId out;
    out.bytes.fill(0xd0);
    return out;
}

PersonId person_id(std::uint8_t person) {
    PersonId out;
    out.bytes.fill(person);
    return out;
}

Bytes root_note() {
    verify::RootLines lines;
    lines.deployment = deployment_id();
    lines.threshold = 1;
    lines.evaluation = true;
    const sign::SigningKey root = signing_key(kRootSeed);
    lines.keys = {sign::verifier_key("root-1", root)};
    lines.log = sign::verifier_key("office.example/log", signing_key(kLogSeed));
    lines.service = sign::verifier_key("office.example/service", signing_key(kServiceSeed));
    lines.origins = {std::string(kOrigin)};
    return sign::sign_note(lines.print(), "root-1", root);
}

Bytes roster_note(std::uint64_t version, verify::Day issued, const std::vector<Seat>& seats,
                  const Hash& prev) {
    verify::RosterLines lines;
    lines.deployment = deployment_id();
    lines.version = version;
    lines.issued = issued;
    lines.expires = issued.plus(90);
    lines.prev = prev;
    for (const Seat& seat : seats) {
        lines.members.push_back(member_of(seat));
        if (seat.roles.has(verify::Role::custodian)) lines.escrow = kKeepersNeeded;
    }
    return sign::sign_note(lines.print(), "root-1", signing_key(kRootSeed));
}

Hash hash_of_roster(ByteView note) {
    const auto parsed = verify::UnverifiedRoster::parse(note);
    INVARIANT(parsed.ok());
    return parsed->hash();
}

}  // namespace parapet::reviewer::testing
