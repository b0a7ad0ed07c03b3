// escrow: {header, marks: [{i, h}], shares} -> {dek}: shares, each checked against its mark, combined, and
// the key against the header's commitment.
#include "crypto/keys/share.h"
#include "crypto/seal/escrow.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_escrow {

// An identity object split for k of the custodians with these indices.
struct Escrowed {
    verify::EnvelopeHeader header;
    std::vector<keys::Share> shares;
    keys::Dek dek;
};

Escrowed escrowed(std::string_view name, std::uint64_t k, const std::vector<std::uint8_t>& indices) {
    cast::FixedRandom random("escrow " + std::string(name));
    std::vector<seal::Custodian> custodians;
    for (const std::uint8_t index : indices) custodians.push_back({index, {}});
    seal::SplitKey key = seal::split(k, custodians, random);
    verify::EnvelopeHeader header = cast::header(verify::Kind::identity, 0, verify::kIdentityPart);
    header.com = keys::commitment(key.dek);
    return {header, std::move(key.shares), std::move(key.dek)};
}

Json marks(const Escrowed& of) {
    Json out = Json::array();
    for (const keys::Share& share : of.shares)
        out.push_back({{"i", share.index()}, {"h", hex(keys::share_hash(of.header.env_id(), share))}});
    return out;
}

Json octets_of(const keys::Share& share) { return hex(share.encode().reveal()); }

Json in(const Escrowed& of, Json shares) {
    return {{"header", hex(of.header.encode())}, {"marks", marks(of)}, {"shares", std::move(shares)}};
}

Json chosen(const Escrowed& of, const std::vector<std::size_t>& which) {
    Json out = Json::array();
    for (const std::size_t i : which) out.push_back(octets_of(of.shares[i]));
    return out;
}

void write_good(VectorFolder& out, const Escrowed& two, const Escrowed& three) {
    const auto good = [&](const char* fact, const char* about, const Escrowed& of,
                          const std::vector<std::size_t>& which) {
        out.ok(fact, about, in(of, chosen(of, which)), {{"dek", hex(of.dek.reveal())}});
    };
    good("two-of-three-first-and-second", "Any two give the key.", two, {0, 1});
    good("two-of-three-third-and-first", "In any order.", two, {2, 0});
    good("two-of-three-second-and-third", "Any two give the key.", two, {1, 2});
    good("all-of-two-of-three", "More than needed gives the same.", two, {0, 1, 2});
    good("three-of-five", "With indices up to 255.", three, {4, 0, 2});
    good("three-of-five-others", "The same key from other three.", three, {1, 3, 4});
}

void write_faults(VectorFolder& out, const Escrowed& two, const Escrowed& three) {
    out.refused("one-of-two", "One share says nothing of the key.", in(two, chosen(two, {1})),
                Code::commitment);
    out.refused("two-of-three-needed", "k - 1 shares.", in(three, chosen(three, {0, 3})), Code::commitment);
    out.refused("no-share", "Nobody agreed.", in(two, Json::array()), Code::bad_share);
    out.refused("one-index-twice", "One custodian counts once.", in(two, chosen(two, {0, 0})),
                Code::bad_share);
    const auto with = [&](const char* fault, const char* about, Bytes share, Code code) {
        out.refused(fault, about, in(two, Json::array({octets_of(two.shares[0]), hex(share)})), code);
    };
    const Plaintext second = two.shares[1].encode();
    const Bytes raw(second.reveal().begin(), second.reveal().end());
    Bytes lying = raw;
    lying[1] ^= 1;
    with("lying-share", "A custodian hands in another value.", lying, Code::bad_share);
    Bytes third = raw;
    third[0] = two.shares[2].index();
    with("under-another-custodians-index", "The second value as the third.", third, Code::bad_share);
    Bytes nobody = raw;
    nobody[0] = 200;
    with("index-of-nobody", "No such share was made.", nobody, Code::bad_share);
    Bytes zero = raw;
    zero[0] = 0;
    with("index-0", "The value at 0 would be the secret itself.", zero, Code::bad_share);
    Bytes not_reduced(keys::Share::kSize, 0xff);
    not_reduced[0] = raw[0];
    with("value-not-reduced", "A second spelling of a number of the field.", not_reduced,
         Code::not_canonical);
    Bytes short_one = raw;
    short_one.pop_back();
    with("share-one-octet-short", "33 octets.", short_one, Code::truncated);
    Bytes long_one = raw;
    long_one.push_back(0);
    with("share-one-octet-long", "33 octets.", long_one, Code::trailing_bytes);
    const Escrowed other = escrowed("another report", 2, {21, 22, 23});
    const Plaintext foreign = other.shares[1].encode();
    with("share-of-another-envelope", "The same custodian's share of another report.",
         {foreign.reveal().begin(), foreign.reveal().end()}, Code::bad_share);
}

void write_escrow(VectorFolder& out) {
    const Escrowed two = escrowed("two of three", 2, {21, 22, 23});
    const Escrowed three = escrowed("three of five", 3, {1, 2, 7, 254, 255});
    write_good(out, two, three);
    write_faults(out, two, three);
}

const Registered kRegistered{"escrow", write_escrow};

}  // namespace parapet::vectors::group_escrow
