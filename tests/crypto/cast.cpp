#include "tests/crypto/cast.h"

#include <sodium.h>

#include <algorithm>

#include "crypto/base/hash.h"
#include "crypto/verify/ed25519.h"

namespace parapet::cast {
namespace {

// Before main(): whoever links the cast needs libsodium to be ready.
const bool kReady = init_crypto().ok();

sign::SigningKey key_from(ByteView seed) {
    INVARIANT(kReady);
    return sign::SigningKey::from_seed(sign::SignSeed::copy(seed.first<32>()));
}

}  // namespace

Hash seed_of(std::string_view name) { return sha256(view("parapet test cast: " + std::string(name))); }

sign::SigningKey signing_key(std::string_view name) { return key_from(seed_of(name)); }

void FixedRandom::fill(MutableBytes out) {
    while (!out.empty()) {
        Bytes in(seed_.bytes.begin(), seed_.bytes.end());
        put_u64(in, next_++);
        const Hash block = sha256(in);
        const std::size_t n = std::min(out.size(), block.bytes.size());
        std::copy_n(block.bytes.begin(), n, out.begin());
        out = out.subspan(n);
    }
}

MemberKeys member_keys(std::string_view name) {
    const Hash seed = seed_of(name);
    std::array<std::uint8_t, 32> seal_seed{}, sign_seed{};
    kdf_into(seal_seed, seed, "parapet/1/member-seal", {});
    kdf_into(sign_seed, seed, "parapet/1/member-sign", {});
    SealKey seal_key;
    std::array<std::uint8_t, crypto_kem_xwing_SECRETKEYBYTES> secret{};
    INVARIANT(crypto_kem_xwing_seed_keypair(seal_key.bytes.data(), secret.data(), seal_seed.data()) == 0);
    return {seed, seal_key, key_from(sign_seed)};
}

verify::Member member(std::string_view name, verify::Roles roles, std::uint8_t index) {
    const MemberKeys keys = member_keys(name);
    verify::Member out;
    out.person = first_of<PersonId>(seed_of("person " + std::string(name)));
    out.seal_key = keys.seal_key;
    out.sign_key = keys.sign_key.public_key();
    out.rid = verify::rid_of(out.seal_key);
    out.roles = roles;
    out.index = index;
    out.label = "the " + std::string(name);
    return out;
}

DeploymentId deployment() { return fixed<DeploymentId>("deployment"); }

verify::VerifierKey vkey(std::string_view name) { return sign::verifier_key(name, signing_key(name)); }

verify::RootLines root_lines() {
    verify::RootLines out;
    out.deployment = deployment();
    out.keys = {vkey("root-1"), vkey("root-2"), vkey("root-3")};
    out.log = vkey("log.example.org/audit");
    out.service = vkey("service");
    out.origins = {std::string(kOrigin), "http://reportsite.onion"};
    return out;
}

Bytes sign_by_officers(std::string_view text) {
    const Bytes once = sign::sign_note(text, "root-1", signing_key("root-1"));
    return sign::add_signature(once, "root-2", signing_key("root-2")).value();
}

Bytes root_note() { return sign_by_officers(root_lines().print()); }

verify::Root root() { return verify::UnverifiedRoot::parse(root_note()).value().verify_configured().value(); }

verify::RosterLines roster_lines() {
    using verify::Role;
    verify::RosterLines out;
    out.deployment = deployment();
    out.version = 3;
    out.issued = verify::Day::parse("2026-11-01").value();
    out.expires = verify::Day::parse("2027-02-28").value();
    out.members = {
        member("clerk", {Role::clerk, Role::receives}, 1),
        member("chief", {Role::chief, Role::receives}, 2),
        member("officer", {Role::officer}, 3),
        member("auditor", {Role::auditor}, 4),
        member("recovery", {Role::recovery}, 5),
        member("left", {Role::clerk}, 1),
        member("old", {Role::officer}, 6),
    };
    out.members[5].state = verify::MemberState::revoked;
    out.members[6].state = verify::MemberState::retired;
    return out;
}

Bytes roster_note() { return sign_by_officers(roster_lines().print()); }

verify::Roster roster() {
    return verify::UnverifiedRoster::parse(roster_note()).value().verify(root()).value();
}

sign::SigningKey reporter_key() { return signing_key("reporter"); }

CaseId case_id() { return verify::case_id_of(reporter_key().public_key()); }

verify::EnvelopeHeader header(verify::Kind kind, std::uint32_t seq, std::uint32_t part) {
    const bool of_office = kind == verify::Kind::reply || kind == verify::Kind::note;
    verify::EnvelopeHeader out;
    out.kind = kind;
    out.author = of_office ? verify::Author::reviewer : verify::Author::reporter;
    out.deployment = deployment();
    out.case_id = case_id();
    out.seq = seq;
    out.part = part;
    out.roster_hash = verify::roster_hash(roster_lines().print());
    out.com = fixed<verify::Commitment>("com " + std::to_string(part));
    return out;
}

Bytes core(const verify::EnvelopeHeader& h, std::uint64_t content_len) {
    const std::uint64_t padded = verify::padlen(h.kind, 8 + content_len).value();
    Bytes out = h.encode();
    Bytes chunks(verify::core_length(padded) - verify::kHeaderSize);
    FixedRandom(to_hex(h.env_id())).fill(chunks);
    put(out, chunks);
    return out;
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    INVARIANT(at != std::string::npos && text.find(from, at + 1) == std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace parapet::cast
