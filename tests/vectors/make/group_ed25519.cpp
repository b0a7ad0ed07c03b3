// ed25519: {key, message, signature} -> {} or bad-signature; {enrolled: key} -> {} or bad-key.
// Signatures on which implementations differ, made from scalars and points with a twist.
#include <sodium.h>

#include <array>

#include "crypto/verify/ed25519.h"
#include "tests/crypto/cast.h"
#include "tests/vectors/make/vector_file.h"

namespace parapet::vectors::group_ed25519 {

using Raw = std::array<std::uint8_t, 32>;

const Bytes kMessage = [] {
    const ByteView m = view("attack at dawn");
    return Bytes(m.begin(), m.end());
}();

Raw raw_of(std::string_view hex_text) { return fixed_from_hex<SignKey>(hex_text).value().bytes; }

const Raw kIdentity = raw_of("0100000000000000000000000000000000000000000000000000000000000000");
const Raw kIdentityAgain =
    raw_of("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");  // y = p + 1
const Raw kOrder2 = raw_of("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f");
const Raw kOrder4 = raw_of("0000000000000000000000000000000000000000000000000000000000000000");
const Raw kOrder8 = raw_of("26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05");
const Raw kGroupOrder = raw_of("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010");

Raw scalar(std::string_view name) {
    std::array<std::uint8_t, 64> wide{};
    cast::FixedRandom(name).fill(wide);
    Raw out;
    crypto_core_ed25519_scalar_reduce(out.data(), wide.data());
    return out;
}

Raw times_base(const Raw& s) {
    Raw out;
    INVARIANT(crypto_scalarmult_ed25519_base_noclamp(out.data(), s.data()) == 0);
    return out;
}

Raw plus(const Raw& p, const Raw& q) {
    Raw out;
    INVARIANT(crypto_core_ed25519_add(out.data(), p.data(), q.data()) == 0);
    return out;
}

// h = SHA-512(R || A || M) mod L.
Raw challenge(const Raw& r, const Raw& a, ByteView m) {
    Bytes in(r.begin(), r.end());
    put(in, a);
    put(in, m);
    std::array<std::uint8_t, 64> wide{};
    crypto_hash_sha512(wide.data(), in.data(), in.size());
    Raw out;
    crypto_core_ed25519_scalar_reduce(out.data(), wide.data());
    return out;
}

// r + h·a mod L.
Raw respond(const Raw& r, const Raw& h, const Raw& a) {
    Raw product, out;
    crypto_core_ed25519_scalar_mul(product.data(), h.data(), a.data());
    crypto_core_ed25519_scalar_add(out.data(), r.data(), product.data());
    return out;
}

Json in(const Raw& key, ByteView message, const Raw& r, const Raw& s) {
    Bytes signature(r.begin(), r.end());
    put(signature, s);
    return {{"key", hex(key)}, {"message", hex(message)}, {"signature", hex(signature)}};
}

void write_plain(VectorFolder& out) {
    // RFC 8032 section 7.1, TEST 2.
    const Raw key = raw_of("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    const Raw r = raw_of("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da");
    const Raw s = raw_of("085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    const Bytes message{0x72};
    out.ok("rfc-8032-test-2", "RFC 8032 section 7.1.", in(key, message, r, s), Json::object());
    out.refused("another-message", "RFC 8032 test 2 over another byte.", in(key, Bytes{0x73}, r, s),
                Code::bad_signature);
    Raw s_plus_order = s;
    unsigned carry = 0;
    for (std::size_t i = 0; i < 32; ++i) {
        carry += s[i] + kGroupOrder[i];
        s_plus_order[i] = static_cast<std::uint8_t>(carry);
        carry >>= 8;
    }
    out.refused("s-above-the-group-order", "S + L instead of S.", in(key, message, r, s_plus_order),
                Code::bad_signature);
    out.refused("s-zero", "No response at all.", in(key, message, r, Raw{}), Code::bad_signature);
}

void write_small_order(VectorFolder& out) {
    const Raw s = scalar("s");
    const Raw r = times_base(s);
    for (const auto& [fault, key] : {std::pair{"key-is-the-identity", kIdentity},
                                     std::pair{"key-is-the-identity-not-canonical", kIdentityAgain}})
        out.refused(fault, "S·B − h·A is R for any message: the key is of small order.",
                    in(key, kMessage, r, s), Code::bad_signature);
    const Raw a = scalar("a");
    const Raw key = times_base(a);
    for (const auto& [fault, point] : {std::pair{"r-is-the-identity", kIdentity},
                                       std::pair{"r-is-the-identity-not-canonical", kIdentityAgain}}) {
        const Raw h = challenge(point, key, kMessage);
        out.refused(fault, "The equation holds; R is of small order.",
                    in(key, kMessage, point, respond(Raw{}, h, a)), Code::bad_signature);
    }
}

// A = a·B + T. The equation without cofactor holds exactly when 8 divides h.
void write_mixed_order(VectorFolder& out) {
    const Raw a = scalar("a");
    const Raw mixed = plus(times_base(a), kOrder8);
    bool has_good = false, has_bad = false;
    for (int i = 0; !has_good || !has_bad; ++i) {
        const Raw nonce = scalar("nonce " + std::to_string(i));
        const Raw r = times_base(nonce);
        const Raw h = challenge(r, mixed, kMessage);
        const bool divides = h[0] % 8 == 0;
        if (divides ? has_good : has_bad) continue;
        const Json vector = in(mixed, kMessage, r, respond(nonce, h, a));
        if (divides) {
            out.ok("key-of-mixed-order-where-the-equation-holds",
                   "Verification alone takes this; a root or a roster does not take the key.", vector,
                   Json::object());
            has_good = true;
        } else {
            out.refused("key-of-mixed-order", "The equation holds only when multiplied by 8.", vector,
                        Code::bad_signature);
            has_bad = true;
        }
    }
    const Raw key = times_base(a);
    const Raw nonce = scalar("nonce");
    const Raw r = plus(times_base(nonce), kOrder8);
    out.refused("r-of-mixed-order", "The equation holds only when multiplied by 8.",
                in(key, kMessage, r, respond(nonce, challenge(r, key, kMessage), a)), Code::bad_signature);
}

void write_enrolled(VectorFolder& out) {
    const Raw key = times_base(scalar("a"));
    out.ok("enrolled-key", "A point of the prime-order group.", {{"enrolled", hex(key)}}, Json::object());
    const auto bad = [&](const char* fault, const char* about, const Raw& point) {
        out.refused(fault, about, {{"enrolled", hex(point)}}, Code::bad_key);
    };
    bad("enrolled-identity", "Of order 1.", kIdentity);
    bad("enrolled-order-2", "Of order 2.", kOrder2);
    bad("enrolled-order-4", "Of order 4.", kOrder4);
    bad("enrolled-order-8", "Of order 8.", kOrder8);
    bad("enrolled-mixed-order", "A good key plus a point of order 8.", plus(key, kOrder8));
    bad("enrolled-not-canonical", "y is p + 1.", kIdentityAgain);
    bad("enrolled-not-on-the-curve", "y = 2 has no x.",
        raw_of("0200000000000000000000000000000000000000000000000000000000000000"));
}

void write_ed25519(VectorFolder& out) {
    write_plain(out);
    write_small_order(out);
    write_mixed_order(out);
    write_enrolled(out);
}

const Registered kRegistered{"ed25519", write_ed25519};

}  // namespace parapet::vectors::group_ed25519
